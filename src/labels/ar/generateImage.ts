import type { Labels } from "../en/en.ts";
import { digits, isolate, leftToRight } from "./grammar.ts";

export const generateImage: Labels["generateImage"] = {
  generate: "توليد صورة",
  change: "تغيير",
  required: "أضف صورة.",
  noAlt: "بلا نص بديل",
  added: "أُضيفت الصورة.",
  removed: "أُزيلت الصورة.",
  pending: "لا تزال صورتك قيد التوليد.",
  showProgress: "عرض التقدم",
  ready: "صورتك جاهزة.",
  showImages: "اختيار صورة",

  keepsRunning: "يمكنك إغلاق هذه النافذة. سيستمر توليد صورتك.",
  choices: "الصور المولَّدة",
  next: "متابعة",
  readFailed: "تعذّر تحميل الصورة. تحقق من اتصالك ثم أعد المحاولة.",

  finish: "اللمسات الأخيرة",
  outputSize: (width, height) => leftToRight(`${digits(width)} × ${digits(height)} px`),
  enlarged: (width, height) =>
    `هذه المنطقة أصغر من ${leftToRight(`${digits(width)} × ${digits(height)} px`)}. ستُكبَّر الصورة وقد تبدو غير واضحة.`,
  alt: "النص البديل",
  altHelp: "صف الصورة لمن لا يستطيعون رؤيتها. اترك الحقل فارغًا إذا كانت للزينة فقط.",
  back: "رجوع",
  use: "استخدام الصورة",
  tooManyBytes: (size) => `حجم الصورة أكبر من ${isolate(size)} حتى بعد ضغطها. اختر صورة أخرى.`,
  storeFailed: "تعذّر حفظ الصورة. أعد المحاولة.",
};
