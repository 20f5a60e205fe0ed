import type { Labels } from "../en/en.ts";
import { count, isolate } from "./grammar.ts";

export const settings: Labels["settings"] = {
  seedLocked: (seed) => `البذرة مثبتة: ${seed}`,
  unlockSeed: "استخدام بذرة عشوائية",

  repeat: "سبق أن ولّدت هذا بالبذرة نفسها. ستحصل على الصورة نفسها وتُحتسب عليك التكلفة مرة أخرى.",
  repeatNewSeed: "استخدام بذرة جديدة",
  repeatAnyway: "التوليد على أي حال",

  reuseWithSeed: "إعادة الاستخدام مع البذرة",
  applied: "تم تطبيق الإعدادات.",
  started: (model) => `أُضيفت الصورة الأولية. النموذج: ${isolate(model)}.`,
  startRemoved: (model) => `أُزيلت الصورة الأولية. النموذج: ${isolate(model)}.`,
  undo: "تراجع",
  undone: "تمت استعادة إعداداتك السابقة.",

  presets: "الإعدادات المحفوظة",
  batch: "دفعة",
  batchWaiting: (waiting) =>
    count(waiting, {
      zero: "لا توجد عمليات توليد في الانتظار",
      one: "عملية توليد واحدة في الانتظار",
      two: "عمليتا توليد في الانتظار",
      few: "# عمليات توليد في الانتظار",
      many: "# عملية توليد في الانتظار",
      other: "# عملية توليد في الانتظار",
    }),
  loadFailed: "تعذّر التحميل. أعد المحاولة.",
};
