import type { Labels } from "../en/en.ts";
import { count, digits, isolate } from "./grammar.ts";

export const form: Labels["form"] = {
  generate: "توليد",
  submitting: "جارٍ الإرسال…",
  offline: "أنت غير متصل بالإنترنت. أعد التوليد عند عودة الاتصال.",
  modelUnavailable: (model) => `النموذج ${isolate(model)} غير متاح. اختر نموذجًا آخر.`,
  modelsLoading: "جارٍ تحميل النماذج.",
  rateLimited: (time) => `عدد الطلبات كبير جدًا. يمكنك التوليد مجددًا في الساعة ${isolate(time)}.`,
  tooManyJobs: (runs) =>
    count(runs, {
      one: "يُسمح بعملية توليد واحدة في الوقت نفسه. انتظر حتى تنتهي.",
      two: "يُسمح بعمليتي توليد في الوقت نفسه. انتظر حتى تنتهي إحداهما.",
      few: "يُسمح بـ # عمليات توليد في الوقت نفسه. انتظر حتى تنتهي إحداها.",
      other: "يُسمح بـ # عملية توليد في الوقت نفسه. انتظر حتى تنتهي إحداها.",
    }),
  fix: (fields) =>
    count(fields, {
      one: "حقل واحد يحتاج إلى مراجعة:",
      two: "حقلان يحتاجان إلى مراجعة:",
      few: "# حقول تحتاج إلى مراجعة:",
      many: "# حقلًا يحتاج إلى مراجعة:",
      other: "# حقل يحتاج إلى مراجعة:",
    }),
  advanced: "المزيد من الإعدادات",
  tryExample: "جرّب مثالًا",
  groups: {
    sampling: "أخذ العينات",
    refiner: "المُحسِّن",
    output: "المخرجات",
  },
  affectsPrice: "يؤثر في السعر",
  about: (field) => `حول «${field}»`,
  sliderOf: (field) => `ضبط ${field}`,

  range: (min, max) => `من ${digits(min)} إلى ${digits(max)}`,
  atLeast: (min) => `${digits(min)} أو أكثر`,
  atMost: (max) => `${digits(max)} أو أقل`,
  withUnit: (numbers, unit) => `${numbers} ${unit}`,
  withStep: (range, step) =>
    range === undefined
      ? `بخطوات مقدارها ${digits(step)}`
      : `${range}، بخطوات مقدارها ${digits(step)}`,
  modelDefault: "افتراضي",
  choose: "اختر…",
  uncheckedValue: (value) => `«${isolate(value)}» ليس في القائمة. سيُرسَل كما هو.`,
  showOptions: (field) => `عرض الخيارات: ${field}`,
  noMatchingOption: "لا نتائج مطابقة. سيُستخدم ما كتبته كما هو.",

  randomEachTime: "عشوائية في كل مرة",
  newSeed: "بذرة عشوائية جديدة",
  seedLower: "إنقاص البذرة",
  seedHigher: "زيادة البذرة",
  lastSeed: (seed) => `آخر بذرة مستخدمة: ${seed}`,

  size: "الحجم",
  aspectRatios: "نسبة العرض إلى الارتفاع",
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
  noStyle: (query) => `لا أنماط تطابق «${isolate(query)}».`,
  similarStyles: (query) => `لا أنماط تطابق «${isolate(query)}». أقرب النتائج:`,
  customStyle: (value) => `استخدام «${isolate(value)}» نمطًا مخصصًا`,
  styleIllustrations: "هذه رسوم توضيحية، وستبدو الصور المُنشأة مختلفة.",

  favorites: "المفضلة",
  recent: "الأخيرة",
  favorite: "مفضل",
  toggleFavorite: (name) => `المفضلة: ${isolate(name)}`,

  image: {
    address: (field) => `${field}: عنوان URL`,
    drop: "أفلِت صورة أو الصقها",
    browse: "اختيار ملف",
    pasteUrl: "أو الصق عنوان URL",
    replace: "استبدال",
  },
};
