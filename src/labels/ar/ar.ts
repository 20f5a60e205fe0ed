import type { Labels } from "../en/en.ts";
import { form } from "./form.ts";
import { generateImage } from "./generateImage.ts";
import { count, digits, isolate, list, number } from "./grammar.ts";
import { history } from "./history.ts";
import { image } from "./image.ts";
import { imageActions } from "./imageActions.ts";
import { models } from "./models.ts";
import { presets } from "./presets.ts";
import { queue } from "./queue.ts";
import { result } from "./result.ts";
import { settings } from "./settings.ts";

const tokens = (about: number, limit: number): string =>
  `نحو ${digits(about)} من ${count(limit, {
    one: "رمز واحد",
    two: "رمزين",
    few: "# رموز",
    many: "# رمزًا",
    other: "# رمز",
  })}`;

/** Arabic labels. The page must set `dir="rtl"`. */
export const ar: Labels = {
  credits: {
    left: (amount) => `الرصيد المتبقي: ${amount}`,
    low: (amount) => `لم يتبقَّ من الرصيد إلا ${amount}`,
    becameLow: (amount) => `رصيدك على وشك النفاد: بقي ${amount}.`,
    estimate: (amount) => `نحو ${amount} من الرصيد لكل عملية توليد`,
    estimateAtStart: (amount) =>
      `نحو ${amount} من الرصيد لكل عملية توليد بالإعدادات الأولية. قد تغيّر إعداداتك السعر.`,
    tooLow: (left, needed) =>
      `الرصيد غير كافٍ. تحتاج عملية التوليد إلى نحو ${needed}، والمتبقي ${left}.`,
  },
  form,
  generateImage,
  history,
  image,
  imageActions,
  models,
  prompt: {
    placeholders: { "text-to-image": "صِف صورتك…", "image-to-image": "صِف ما تريد تغييره…" },
    negativePlaceholder: "ما تريد تجنّبه…",
    clear: "مسح الوصف",

    count: (words, characters) =>
      [
        count(words, {
          zero: "لا كلمات",
          one: "كلمة واحدة",
          two: "كلمتان",
          few: "# كلمات",
          other: "# كلمة",
        }),
        count(characters, {
          zero: "لا أحرف",
          one: "حرف واحد",
          two: "حرفان",
          few: "# أحرف",
          many: "# حرفًا",
          other: "# حرف",
        }),
      ].join("، "),
    tokens,
    tooManyTokens: (about, limit) => `${tokens(about, limit)}. قد تُتجاهَل نهاية الوصف.`,
    weightKeys: "اضغط Ctrl أو ⌘ مع ↑ أو ↓ لتغيير وزن الكلمة عند المؤشر.",
    weightChanged: (phrase, weight) => `وزن «${isolate(phrase)}»: ${number(weight)}.`,
    noWordAtCursor: "ضع المؤشر على كلمة أولًا.",

    recent: "الأخيرة",
    recentOf: (field) => `النصوص الأخيرة: ${field}`,
    recentUsed: "أُدرج النص السابق.",

    empty: "فارغ",

    recipeQuestion: "هل تريد تطبيق هذه الإعدادات؟",
    recipeFields: (fields) => `ستُضبط الحقول التالية: ${list(fields)}.`,
    recipeRest: "ستعود كل الإعدادات الأخرى إلى القيم الافتراضية للنموذج.",
    recipeUnused: (items) => `غير مدعوم في هذا النموذج: ${list(items.map(isolate))}.`,
    recipeMore: (items) =>
      count(items, {
        zero: "# أخرى",
        one: "عنصر آخر",
        two: "عنصران آخران",
        few: "# عناصر أخرى",
        many: "# عنصرًا آخر",
        other: "# عنصر آخر",
      }),
    recipeFill: "تطبيق",
    recipePaste: "لصق كنص",
    recipeFilled: (fields) =>
      count(fields, {
        one: "تم تطبيق إعداد واحد.",
        two: "تم تطبيق إعدادين.",
        few: "تم تطبيق # إعدادات.",
        many: "تم تطبيق # إعدادًا.",
        other: "تم تطبيق # إعداد.",
      }),
    recipeUndo: "تراجع",
    recipeUndone: "تم التراجع عن التغييرات.",
    recipeDismiss: "إغلاق",
    recipeNone: "لا توجد إعدادات في هذا الملف.",
  },
  result,
  shortcuts: {
    generate: "التوليد من أي مكان في الاستمارة",
    moreWeight: "الوصف: زيادة وزن كلمة",
    lessWeight: "الوصف: إنقاص وزن كلمة",
    shortcuts: "عرض الاختصارات",
    compare: "عمليات التوليد السابقة: مقارنة مع المعروضة",
    nextImage: "الصورة المكبَّرة: الصورة التالية أو التحريك",
    zoom: "الصورة المكبَّرة: تكبير، تصغير، ملاءمة",
    selectAll: "السجل: تحديد الكل",
    deleteJobs: "السجل: حذف المحدد",
    undo: "السجل: التراجع عن الحذف",
    close: "إغلاق",
  },
  studio: {
    settings: "الإعدادات",
    result: "النتيجة",
    resetSettings: "إعادة ضبط الإعدادات",
    settingsReset: "أُعيدت الإعدادات إلى قيمها الافتراضية.",
    leftOut: (fields, model) => `لا يدعم ${isolate(model)} ما يلي، لذا لم يُستخدم: ${list(fields)}.`,
    setToDefault: (fields, model) =>
      `أُعيد ما يلي إلى القيمة الافتراضية في ${isolate(model)}: ${list(fields)}.`,
    history: "السجل",
    historyLoadFailed: "تعذّر تحميل السجل. صورك محفوظة. أعد المحاولة.",
    shortcuts: "الاختصارات",
    hide: "إخفاء",
    hideHelp: "إخفاء. يستمر التوليد.",
    keys: { Ctrl: "Ctrl", Shift: "Shift", Enter: "Enter", Delete: "Delete", Esc: "Esc" },
  },
  tray: {
    tray: "صورك",
    finished: (ready) =>
      count(ready, {
        one: "اكتملت عملية توليد واحدة.",
        two: "اكتملت عمليتا توليد.",
        few: "اكتملت # عمليات توليد.",
        other: "اكتملت # عملية توليد.",
      }),
    pending: "جارٍ التوليد…",
    offline: "أنت غير متصل بالإنترنت. ستُستأنف التحديثات عند عودة الاتصال.",
    signedOut: "سجّل الدخول لمتابعة التقدم.",
    ready: "اكتمل التوليد في غيابك",
    failed: (charged) => `فشل التوليد. ${charged}.`,
    stopped: (charged) => `أُوقف التوليد. ${charged}.`,
    unknown: "غير مؤكد. قد يكون التوليد جاريًا وتُحتسب تكلفته.",
    expired: "انتهت الصلاحية. لم تعد الصور متاحة.",
    untitled: "بلا عنوان",
    stopWatching: "إيقاف المتابعة",
    show: "عرض",
    remove: "حذف",
    forJob: (action, prompt) => `${action}: ${isolate(prompt)}`,
    chooseAgain: "حجمه أكبر من أن يُحفظ. اختره من جديد.",
  },
  settings,
  presets,
  queue,
};
