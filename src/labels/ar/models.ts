import { createGrammar } from "../createGrammar.ts";
import type { Labels } from "../labels.ts";
import { isolate } from "./isolate.ts";
import { phrases } from "./phrases.ts";

const { count, digits } = createGrammar("ar");

const characters = { one: "حرف واحد", two: "حرفين", few: "# أحرف", many: "# حرفًا", other: "# حرف" };
const entries = {
  one: "عنصر واحد",
  two: "عنصرين",
  few: "# عناصر",
  many: "# عنصرًا",
  other: "# عنصر",
};

export const models: Labels["models"] = {
  phrases,
  refusals: {
    needed: "هذا الحقل مطلوب.",
    prompt: "اكتب وصفًا.",
    stray: (model) => `لا يحتوي ${isolate(model)} على هذا الحقل.`,
    types: {
      int: "يجب أن يكون عددًا صحيحًا.",
      number: "يجب أن يكون عددًا.",
      string: "يجب أن يكون نصًا.",
      boolean: "يجب أن يكون صوابًا أو خطأ.",
      object: "يجب أن يكون كائنًا.",
      array: "يجب أن يكون قائمة.",
    },
    atLeast: (least) => `يجب أن يكون ${digits(least)} أو أكثر.`,
    moreThan: (limit) => `يجب أن يكون أكثر من ${digits(limit)}.`,
    atMost: (most) => `يجب أن يكون ${digits(most)} أو أقل.`,
    lessThan: (limit) => `يجب أن يكون أقل من ${digits(limit)}.`,
    multipleOf: (divisor) => `يجب أن يكون من مضاعفات ${digits(divisor)}.`,
    minCharacters: (least) => `يجب ألا يقل عن ${count(least, characters)}.`,
    maxCharacters: (most) => `يجب ألا يزيد على ${count(most, characters)}.`,
    minEntries: (least) => `يجب ألا يقل عن ${count(least, entries)}.`,
    maxEntries: (most) => `يجب ألا يزيد على ${count(most, entries)}.`,
    oneOf: (values) =>
      values.length === 1
        ? `يجب أن يكون ${values.map(isolate).join()}.`
        : `يجب أن يكون إحدى هذه القيم: ${values.map(isolate).join("، ")}.`,
    ofTheList: "يجب أن يكون إحدى قيم القائمة.",
    url: `يجب أن يكون عنوان URL كاملًا يبدأ بـ ${isolate("https://")}.`,
    wrongForm: "صيغته غير صحيحة.",
    union: "لا يطابق أيًا من الصيغ المسموح بها هنا.",
  },
};
