import type { Labels } from "../en/en.ts";
import { digits, isolate, leftToRight } from "./grammar.ts";

export const image: Labels["image"] = {
  address: (field) => `${field}: العنوان`,
  drop: "أفلِت صورة هنا أو الصقها، أو اكتب عنوانها، أو اختر ملفًا.",
  dropHere: "أفلِت الصورة هنا",
  browse: "اختر ملفًا",
  camera: "التقط صورة",
  replace: "استبدال",
  remove: "إزالة",
  show: "عرض المعاينة",
  alt: (field) => `${field}: معاينة`,
  previewUnavailable: "لا يمكن عرض هذا العنوان هنا. قد تتمكن الخدمة من قراءته مع ذلك.",
  fetchedByService: "ستجلب الخدمة الصورة من هذا العنوان عند التوليد.",

  unnamed: "صورة ملصقة",
  imageInfo: (width, height, size) =>
    `${leftToRight(`${digits(width)} × ${digits(height)}`)}، ${isolate(size)}`,
  resized: (before, after) => `${before} ← ${after}`,

  steps: {
    checking: "جارٍ فحص الصورة…",
    shrinking: "جارٍ تكييفها مع النموذج…",
    uploading: "جارٍ الرفع…",
  },
  uploaded: (percent) => `جارٍ الرفع، ${percent}`,
  stillPreparing: "ما زالت الصورة قيد التجهيز.",
  cancel: "إلغاء",
  tryAgain: "إعادة المحاولة",
  dismiss: "إغلاق",
  failures: {
    "not-an-image": (name) =>
      `«${isolate(name)}» ليس صورة يمكن استخدامها. اختر ملف PNG أو JPEG أو WebP أو AVIF أو GIF.`,
    heic: (name) =>
      `«${isolate(name)}» صورة بصيغة HEIC لا يستطيع هذا المتصفح قراءتها. احفظها أولًا بصيغة JPEG، أو اضبط الكاميرا على «الأكثر توافقًا».`,
    "too-many-pixels": (name) =>
      `يحتوي «${isolate(name)}» على بكسلات أكثر مما تتسع له الذاكرة هنا. صغّر الصورة في تطبيق للصور، ثم اخترها من جديد.`,
    unreadable: (name) =>
      `تعذرت قراءة «${isolate(name)}»: الملف تالف أو أكبر مما يحتمله هذا الجهاز. اختر ملفًا آخر أو نسخة أصغر.`,
    empty: (name) => `«${isolate(name)}» فارغ. اختره من جديد أو اختر ملفًا آخر.`,
    "not-an-address": () =>
      `هذا ليس عنوان صورة. يبدأ العنوان بـ ${leftToRight("https://")} أو ${leftToRight("http://")}.`,
    upload: (name) => `تعذر رفع «${isolate(name)}».`,
  },

  crop: "قص",
  cropFrame: "جزء من الصورة",
  cropHint:
    "اسحب أو استخدم مفاتيح الأسهم للتحريك؛ وباعد بين إصبعين أو استخدم + و− للتكبير والتصغير.",
  cropShape: "الشكل",
  cropFull: "كاملة",
  cropRatio: (width, height) => leftToRight(`${digits(width)}:${digits(height)}`),
  cropZoom: "التكبير",
  cropPosition: (fromLeft, fromTop) => `${fromLeft} من اليسار، ${fromTop} من الأعلى`,
  cropApply: "استخدم هذا الجزء",
};
