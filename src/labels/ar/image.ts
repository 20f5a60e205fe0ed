import type { Labels } from "../en/en.ts";
import { digits, isolate, leftToRight } from "./grammar.ts";

export const image: Labels["image"] = {
  dropHere: "أفلِت الصورة هنا",
  camera: "التقاط صورة",
  remove: "إزالة",
  show: "عرض المعاينة",
  alt: (field) => `${field}: معاينة`,
  previewUnavailable: "لا يمكن معاينة هذه الصورة هنا. قد تتمكن الخدمة من استخدامها مع ذلك.",
  fetchedByService: "تنزّل الخدمة هذه الصورة عند التوليد.",

  unnamed: "صورة ملصقة",
  imageInfo: (width, height, size) =>
    `${leftToRight(`${digits(width)} × ${digits(height)}`)}، ${isolate(size)}`,
  resized: (before, after) => `${before} ← ${after}`,

  steps: {
    checking: "جارٍ فحص الصورة…",
    shrinking: "جارٍ تغيير الحجم…",
    uploading: "جارٍ الرفع…",
  },
  uploaded: (percent) => `جارٍ الرفع، ${percent}`,
  stillPreparing: "لا تزال الصورة قيد التجهيز.",
  cancel: "إلغاء",
  tryAgain: "إعادة المحاولة",
  dismiss: "إغلاق",
  failures: {
    "not-an-image": (name) =>
      `«${isolate(name)}» ليس صورة مدعومة. اختر ملف PNG أو JPEG أو WebP أو AVIF أو GIF.`,
    heic: (name) =>
      `«${isolate(name)}» صورة بصيغة HEIC لا يستطيع هذا المتصفح قراءتها. احفظها بصيغة JPEG أولًا، أو اضبط الكاميرا على «الأكثر توافقًا».`,
    "too-many-pixels": (name) =>
      `«${isolate(name)}» أكبر مما يحتمله هذا الجهاز. صغّر الصورة ثم أعد المحاولة.`,
    unreadable: (name) =>
      `تعذّرت قراءة «${isolate(name)}». قد يكون الملف تالفًا أو أكبر مما يحتمله هذا الجهاز. اختر ملفًا آخر أو نسخة أصغر.`,
    empty: (name) => `«${isolate(name)}» فارغ. اختر ملفًا آخر.`,
    "not-an-address": () =>
      `هذا ليس عنوان URL لصورة. تبدأ عناوين الصور بـ ${leftToRight("https://")} أو ${leftToRight("http://")}.`,
    upload: (name) => `تعذّر رفع «${isolate(name)}».`,
  },

  crop: "اقتصاص",
  cropFrame: "منطقة الاقتصاص",
  cropHint:
    "اسحب أو استخدم مفاتيح الأسهم للتحريك. باعد بين إصبعيك أو قرّبهما، أو اضغط + و−، للتكبير والتصغير.",
  cropMove: { left: "تحريك لليسار", right: "تحريك لليمين", up: "تحريك لأعلى", down: "تحريك لأسفل" },
  cropShape: "نسبة العرض إلى الارتفاع",
  cropFull: "الأصلية",
  cropRatio: (width, height) => leftToRight(`${digits(width)}:${digits(height)}`),
  cropZoom: "التكبير",
  cropPosition: (fromLeft, fromTop) => `${fromLeft} من اليسار، ${fromTop} من الأعلى`,
  cropApply: "تطبيق الاقتصاص",
};
