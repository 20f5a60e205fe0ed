import type { Labels } from "../en/en.ts";
import { count, digits, isolate, leftToRight } from "./grammar.ts";

export const form: Labels["form"] = {
  generate: "توليد",
  submitting: "جارٍ الإرسال…",
  offline: "أنت غير متصل بالإنترنت. أعد التوليد عند عودة الاتصال.",
  modelUnavailable: (model) => `النموذج ${isolate(model)} غير متاح هنا. اختر نموذجًا آخر.`,
  modelsLoading: "جارٍ تحميل النماذج. يمكنك التوليد عند اكتمال التحميل.",
  rateLimited: (time) =>
    `كانت هذه طلبات كثيرة دفعة واحدة. يمكنك التوليد مجددًا عند ${isolate(time)}.`,
  tooManyJobs: (runs) =>
    count(runs, {
      one: "هناك عملية توليد جارية، ولا يُسمح بأكثر من واحدة في الوقت نفسه. أعد التوليد بعد انتهائها.",
      two: "هناك عمليتا توليد جاريتان، ولا يُسمح بأكثر من ذلك في الوقت نفسه. أعد التوليد بعد انتهاء إحداهما.",
      few: "هناك # عمليات توليد جارية، ولا يُسمح بأكثر من ذلك في الوقت نفسه. أعد التوليد بعد انتهاء إحداها.",
      other:
        "هناك # عملية توليد جارية، ولا يُسمح بأكثر من ذلك في الوقت نفسه. أعد التوليد بعد انتهاء إحداها.",
    }),
  fix: (fields) =>
    count(fields, {
      one: "حقل واحد يحتاج إلى مراجعة:",
      two: "حقلان يحتاجان إلى مراجعة:",
      few: "# حقول تحتاج إلى مراجعة:",
      many: "# حقلًا يحتاج إلى مراجعة:",
      other: "# حقل يحتاج إلى مراجعة:",
    }),
  advanced: "إعدادات متقدمة",
  groups: {
    sampling: "أخذ العينات",
    refiner: "المُحسِّن",
    output: "المُخرَجات",
  },
  affectsPrice: "يؤثر في السعر",

  range: (min, max) => `من ${digits(min)} إلى ${digits(max)}`,
  atLeast: (min) => `${digits(min)} أو أكثر`,
  atMost: (max) => `${digits(max)} أو أقل`,
  withUnit: (numbers, unit) => `${numbers} ${unit}`,
  withStep: (range, step) =>
    range === undefined
      ? `بخطوات مقدارها ${digits(step)}`
      : `${range}، بخطوات مقدارها ${digits(step)}`,
  modelDefault: "افتراضي النموذج",
  choose: "اختر…",
  uncheckedValue: (value) => `«${isolate(value)}» ليس في القائمة. سيُرسَل كما هو من دون تحقق.`,
  showOptions: (field) => `عرض القائمة: ${field}`,
  noMatchingOption: "لا شيء في القائمة يطابق. سيُستخدم ما كتبته.",

  randomEachTime: "عشوائية في كل مرة",
  newSeed: "بذرة عشوائية جديدة",
  seedLower: "أقل بواحد",
  seedHigher: "أكثر بواحد",
  lastSeed: (seed) => `آخر بذرة مستخدمة: ${seed}`,

  size: "الحجم",
  fixedSize: (width, height) =>
    `${leftToRight(`${digits(width)} × ${digits(height)}`)} بكسل، وهو الحجم الوحيد لهذا النموذج`,
  aspectRatios: "الشكل",
  pixels: "بكسل",

  styleSearch: "ابحث في الأنماط",
  styleCategories: "الفئات",
  styleAll: "الكل",
  styleCount: (styles) =>
    count(styles, {
      zero: "لا أنماط",
      one: "نمط واحد",
      two: "نمطان",
      few: "# أنماط",
      many: "# نمطًا",
      other: "# نمط",
    }),
  noStyle: (query) => `لا يوجد نمط باسم «${isolate(query)}».`,
  similarStyles: (query) => `لا يوجد نمط باسم «${isolate(query)}». الأقرب إليه:`,
  customStyle: (value) => `استخدم «${isolate(value)}» من دون تحقق`,

  favorites: "المفضلة",
  recent: "الأخيرة",
  favorite: "مفضل",
  toggleFavorite: (name) => `إضافة إلى المفضلة: ${isolate(name)}`,
};
