import type { Labels } from "../en/en.ts";
import { list, number } from "./grammar.ts";

export const position = (index: number, count: number): string =>
  `الصورة ${number(index + 1)} من ${number(count)}`;

export const imageActions: Labels["imageActions"] = {
  vary: "تنويع",
  newSeed: "بذرة جديدة",
  startFrom: "استخدام كصورة أولية",
  upscale: "رفع الدقة",
  generateAgain: "إعادة التوليد",
  useImage: "استخدام الصورة",
  moreActions: "إجراءات أخرى",
  generateWith: "التوليد باستخدام",
  withoutSettings: (fields) => `بدون ${list(fields)}`,
  compareWith: "مقارنة مع",
  anotherGeneration: "عملية توليد أخرى…",
  swap: "تبديل الجانبين",
  before: "قبل",
  after: "بعد",
  compare: "مقارنة",
  compareSlider: "شريط المقارنة",
  compareShare: (percent, before) => `${before}: ${percent}`,
  sideBySide: "جنبًا إلى جنب",
  inputAlt: "الصورة الأولية",
  enlarged: "صورة مكبَّرة",
  previous: "الصورة السابقة",
  next: "الصورة التالية",
  position,
  zoomControls: "التكبير والتصغير",
  zoomIn: "تكبير",
  zoomOut: "تصغير",
  fit: "ملاءمة",
  fitToScreen: "ملاءمة الشاشة",
  zoomFit: (percent) => `${percent}، ملاءمة الشاشة`,
  zoomedTo: (percent) => `التكبير ${percent}`,
};
