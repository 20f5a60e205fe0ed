import type { Labels } from "../en/en.ts";
import { count, isolate, number } from "./grammar.ts";

const generations = {
  zero: "لا عمليات توليد",
  one: "عملية توليد واحدة",
  two: "عمليتا توليد",
  few: "# عمليات توليد",
  other: "# عملية توليد",
};

/** Genitive plural forms, used after a preposition or as the second noun in a construct phrase. */
export const genitive = { ...generations, two: "عمليتي توليد" };

const imagesGenitive = {
  one: "صورة واحدة",
  two: "صورتين",
  few: "# صور",
  other: "# صورة",
};

export const history: Labels["history"] = {
  history: "السجل",
  search: "ابحث في الأوصاف والإعدادات",
  model: "النموذج",
  allModels: "كل النماذج",
  month: "الشهر",
  allMonths: "كل الأشهر",
  favoritesOnly: "المفضلة",
  count: (found, total) =>
    found === total
      ? count(total, generations)
      : `${number(found)} من أصل ${count(total, genitive)}`,
  empty: "تظهر هنا الصور التي تولّدها.",
  noMatches: "لا صور مطابقة.",
  noExactMatches: "لا توجد نتائج مطابقة تمامًا. تُعرض نتائج مشابهة.",
  showAll: "عرض الكل",

  selected: (runs) => `المحدد: ${number(runs)}`,
  selectAll: "تحديد الكل",
  clearSelection: "إلغاء التحديد",
  compare: "مقارنة",
  compareWith: "مقارنة مع…",
  compareWithCurrent: "مقارنة بالصورة الحالية",
  addFavorite: "إضافة إلى المفضلة",
  removeFavorite: "إزالة من المفضلة",
  download: "تنزيل",
  downloading: (done, all) => `جارٍ التنزيل: ${number(done)} من ${number(all)}`,
  stop: "إيقاف",
  downloaded: (images) => `تم تنزيل ${count(images, imagesGenitive)}.`,
  downloadFailed: (images) => `تعذّر تنزيل ${count(images, imagesGenitive)}:`,
  nothingToDownload: "لا تحتوي أي من عمليات التوليد هذه على صورة.",
  zipName: "صور",
  remove: "حذف",
  keptPending: (runs) =>
    count(runs, {
      one: "لا تزال عملية توليد واحدة جارية ولم تُحذف.",
      two: "لا تزال عمليتا توليد جاريتين ولم تُحذفا.",
      few: "لا تزال # عمليات توليد جارية ولم تُحذف.",
      other: "لا تزال # عملية توليد جارية ولم تُحذف.",
    }),
  undo: "تراجع",
  restored: (runs) => `تمت استعادة ${count(runs, genitive)}.`,

  select: (prompt) => `تحديد: ${isolate(prompt)}`,
  favoriteOne: (prompt) => `المفضلة: ${isolate(prompt)}`,
  useAgain: "إعادة استخدام الإعدادات",
  confirmed: "تم التأكيد. صورتك قيد التوليد.",
  forJob: (action, prompt) => `${action}: ${isolate(prompt)}`,
  untitled: "بلا عنوان",
  images: (images) =>
    count(images, {
      zero: "لا صور",
      one: "صورة واحدة",
      two: "صورتان",
      few: "# صور",
      other: "# صورة",
    }),
  status: {
    idle: "",
    submitting: "جارٍ الإرسال…",
    queued: "في قائمة الانتظار",
    processing: "جارٍ التوليد…",
    completed: "",
    failed: "فشل التوليد",
    canceled: "أُوقف التوليد",
    unknown: "غير مؤكد",
    expired: "انتهت الصلاحية",
  },
  blocked: "محظور",
};
