import type { Labels } from "../en/en.ts";
import { count, isolate } from "./grammar.ts";

export const presets: Labels["presets"] = {
  title: "الإعدادات المحفوظة",
  empty: "لا توجد إعدادات محفوظة بعد. احفظ إعداداتك الحالية لتستخدمها مرة أخرى.",
  suggested: "مقترحة",
  own: "إعداداتك",
  save: "حفظ",
  cancel: "إلغاء",
  saveCurrent: "حفظ الإعدادات الحالية",
  name: "اسم الإعدادات",
  includePrompt: "تضمين الوصف",
  saved: (name) => `تم حفظ «${isolate(name)}».`,
  applied: (name) => `تم تطبيق «${isolate(name)}».`,
  rename: (name) => `إعادة تسمية «${isolate(name)}»`,
  remove: (name) => `حذف «${isolate(name)}»`,
  removed: (name) => `تم حذف «${isolate(name)}».`,
  undo: "تراجع",
  nameMissing: "أدخل اسمًا.",
  nameTaken: (name) => `لديك إعدادات محفوظة باسم «${isolate(name)}».`,
  tooMany: (most) =>
    count(most, {
      one: "يمكنك حفظ إعدادات واحدة فقط. احذفها أولًا.",
      two: "يمكنك حفظ مجموعتين من الإعدادات. احذف إحداهما أولًا.",
      few: "يمكنك حفظ # مجموعات من الإعدادات. احذف إحداها أولًا.",
      many: "يمكنك حفظ # مجموعة من الإعدادات. احذف إحداها أولًا.",
      other: "يمكنك حفظ # مجموعة من الإعدادات. احذف إحداها أولًا.",
    }),
  full: "مساحة التخزين في متصفحك ممتلئة، لذلك لم تُحفظ الإعدادات. احذف بعض الصور من السجل ثم أعد المحاولة.",
};
