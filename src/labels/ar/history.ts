import type { Labels } from "../en/en.ts";
import { count, isolate, number } from "./grammar.ts";

const runsInAll = (runs: number): string =>
  count(runs, {
    zero: "لا عمليات",
    one: "عملية واحدة",
    two: "عمليتان",
    few: "# عمليات",
    other: "# عملية",
  });

export const history: Labels["history"] = {
  history: "السجل",
  search: "ابحث في الأوصاف والإعدادات",
  model: "النموذج",
  allModels: "كل النماذج",
  favoritesOnly: "المميزة بنجمة",
  count: (found, total) =>
    found === total ? runsInAll(total) : `${number(found)} من أصل ${number(total)}`,
  empty: "كل ما تولّده يُحفظ هنا.",
  noMatches: "لا شيء يطابق.",
  showAll: "عرض الكل",

  selected: (runs) => `المحدد: ${number(runs)}`,
  selectAll: "تحديد الكل",
  clearSelection: "إلغاء التحديد",
  addFavorite: "تمييز بنجمة",
  removeFavorite: "إزالة النجمة",
  download: "تنزيل",
  downloading: (done, all) => `جارٍ الجلب: ${number(done)} من ${number(all)}`,
  stop: "إيقاف",
  downloaded: (images) =>
    count(images, {
      one: "حُفظت صورة واحدة.",
      two: "حُفظت صورتان.",
      few: "حُفظت # صور.",
      other: "حُفظت # صورة.",
    }),
  downloadFailed: (images) =>
    count(images, {
      one: "تعذر الحصول على صورة واحدة:",
      two: "تعذر الحصول على صورتين:",
      few: "تعذر الحصول على # صور:",
      other: "تعذر الحصول على # صورة:",
    }),
  nothingToDownload: "لم تعد لدى أي من هذه العمليات صورة.",
  zipName: "صور",
  remove: "حذف",
  removed: (runs) =>
    count(runs, {
      one: "حُذفت عملية واحدة.",
      two: "حُذفت عمليتان.",
      few: "حُذفت # عمليات.",
      other: "حُذفت # عملية.",
    }),
  keptPending: (runs) =>
    count(runs, {
      one: "عملية واحدة ما زالت جارية، وستبقى.",
      two: "عمليتان ما زالتا جاريتين، وستبقيان.",
      few: "# عمليات ما زالت جارية، وستبقى.",
      other: "# عملية ما زالت جارية، وستبقى.",
    }),
  undo: "تراجع",
  restored: (runs) =>
    count(runs, {
      one: "عادت عملية واحدة.",
      two: "عادت عمليتان.",
      few: "عادت # عمليات.",
      other: "عادت # عملية.",
    }),

  select: (prompt) => `تحديد: ${isolate(prompt)}`,
  favoriteOne: (prompt) => `تمييز بنجمة: ${isolate(prompt)}`,
  useAgain: "استخدام مجددًا",
  generateAgain: "إنشاء من جديد: بتكلفة جديدة",
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
    submitting: "قيد الإرسال",
    queued: "قيد الانتظار",
    processing: "قيد الرسم",
    completed: "",
    failed: "فشلت",
    unknown: "النتيجة غير معروفة",
    expired: "انتهت مدتها: لم تعد صورها موجودة",
  },
};
