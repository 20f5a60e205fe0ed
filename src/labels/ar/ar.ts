import type { Labels } from "../en/en.ts";
import { form } from "./form.ts";
import { count, digits, isolate, list, number } from "./grammar.ts";
import { history } from "./history.ts";
import { image } from "./image.ts";
import { models } from "./models.ts";
import { result } from "./result.ts";

/** Arabic labels. The page must set `dir="rtl"`. */
export const ar: Labels = {
  credits: {
    left: (amount) => `الرصيد المتبقي: ${amount}`,
    low: (amount) => `لم يبق من الرصيد إلا ${amount}`,
    becameLow: (amount) => `الرصيد على وشك النفاد: بقي ${amount}.`,
    estimate: (amount) => `التكلفة التقريبية لكل عملية: ${amount}`,
    estimateAtStart: (amount) =>
      `التكلفة التقريبية لكل عملية بالإعدادات الأولى: ${amount}. قد تكلف إعداداتك أكثر أو أقل.`,
    tooLow: (left, needed) =>
      `تكلف العملية نحو ${needed} من الرصيد، والمتبقي ${left}. لن يُنشأ شيء.`,
  },
  form,
  history,
  image,
  models,
  prompt: {
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
    tokens: (about, limit) => `نحو ${digits(about)} من ${digits(limit)} رمزًا`,
    tooManyTokens: (about, limit) =>
      `عدد الرموز نحو ${digits(about)}: يقرأ النموذج ${digits(limit)} دفعة واحدة، وقد لا يؤثر ما يأتي أخيرًا إلا قليلًا`,
    weightKeys: "Ctrl أو ⌘ مع ↑ أو ↓ يزيد وزن الكلمة عند المؤشر أو ينقصه.",
    weightChanged: (phrase, weight) => `وزن «${isolate(phrase)}» الآن ${number(weight)}.`,
    noWordAtCursor: "لا توجد عند المؤشر كلمة يمكن تغيير وزنها.",

    recent: "الأخيرة",
    recentOf: (field) => `النصوص الأخيرة: ${field}`,
    recentUsed: "أُدرج النص السابق.",

    empty: "فارغ",

    recipeQuestion: "هل تملأ الاستمارة من وصفة الإعدادات هذه؟",
    recipeFields: (fields) => `الحقول التي تُضبط: ${list(fields)}.`,
    recipeRest: "تُعاد كل الإعدادات الأخرى إلى القيم الافتراضية للنموذج.",
    recipeUnused: (items) => `ما لا يستطيع هذا النموذج استخدامه: ${list(items.map(isolate))}.`,
    recipeMore: (items) =>
      count(items, {
        zero: "# أخرى",
        one: "عنصر آخر",
        two: "عنصران آخران",
        few: "# عناصر أخرى",
        many: "# عنصرًا آخر",
        other: "# عنصر آخر",
      }),
    recipeFill: "ملء الاستمارة",
    recipePaste: "لصق كنص",
    recipeFilled: (fields) =>
      count(fields, {
        one: "مُلئ حقل واحد من وصفة الإعدادات.",
        two: "مُلئ حقلان من وصفة الإعدادات.",
        few: "مُلئت # حقول من وصفة الإعدادات.",
        many: "مُلئ # حقلًا من وصفة الإعدادات.",
        other: "مُلئ # حقل من وصفة الإعدادات.",
      }),
    recipeUndo: "تراجع",
    recipeUndone: "عادت الاستمارة كما كانت قبل وصفة الإعدادات.",
    recipeDismiss: "إغلاق",
    recipeNone: "لا توجد وصفة إعدادات في هذا الملف.",
  },
  result,
  studio: {
    history: "السجل",
    historyLoadFailed: "يتعذر تحميل السجل الآن. عملياتك محفوظة؛ أعد المحاولة.",
    shortcuts: "الاختصارات",
    shortcutActions: {
      generate: "التوليد من أي مكان في الاستمارة",
      moreWeight: "الوصف: وزن أكبر للكلمات عند المؤشر",
      lessWeight: "الوصف: وزن أقل للكلمات عند المؤشر",
      shortcuts: "هذه القائمة",
      nextImage: "الصورة المكبَّرة: الانتقال إلى التالية أو التحريك",
      zoom: "الصورة المكبَّرة: تقريب، إبعاد، كاملة",
      selectAll: "السجل: تحديد الكل",
      deleteJobs: "السجل: حذف المحدد",
      undo: "السجل: التراجع عن الحذف",
      close: "إغلاق ما هو مفتوح",
    },
    keys: { Ctrl: "Ctrl", Enter: "Enter", Delete: "Delete", Esc: "Esc" },
  },
  tray: {
    tray: "صورك",
    finished: (ready) =>
      count(ready, {
        one: "صورة واحدة جاهزة.",
        two: "صورتان جاهزتان.",
        few: "# صور جاهزة.",
        other: "# صورة جاهزة.",
      }),
    pending: "قيد الإنشاء",
    offline: "أنت غير متصل بالإنترنت. تستمر العملية تلقائيًا.",
    signedOut: "سجّل الدخول من جديد لمعرفة ما وصلت إليه.",
    ready: "جهزت في أثناء غيابك",
    failed: (charged) => `فشلت. ${charged}.`,
    unknown: "لا أحد يستطيع أن يعرف هل قُبلت. قد تكون جارية ومدفوعة.",
    expired: "انتهت مدتها؛ لم تعد صورها موجودة.",
    untitled: "بلا عنوان",
    stopWatching: "إيقاف المتابعة",
    show: "عرض",
    check: "تحقق مجددًا",
    sendAgain: "إعادة الإرسال: قد تُحتسب التكلفة مرتين",
    generateAgain: "إنشاء من جديد: بتكلفة جديدة",
    tryAgain: "إعادة المحاولة",
    remove: "نسيان",
    forJob: (action, prompt) => `${action}: ${isolate(prompt)}`,
    chooseAgain: "كان هذا أكبر من أن يُحفظ. اختره من جديد.",
  },
};
