import { createGrammar } from "../createGrammar.ts";
import type { Labels } from "../en/en.ts";
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
  texts: phrases,
  inputErrors: {
    required: "هذا الحقل مطلوب.",
    prompt: "اكتب وصفًا.",
    unknownField: (model) => `لا يحتوي ${isolate(model)} على هذا الحقل.`,
    types: {
      int: "يجب أن يكون عددًا صحيحًا.",
      number: "يجب أن يكون عددًا.",
      string: "يجب أن يكون نصًا.",
      boolean: "يجب أن يكون صوابًا أو خطأ.",
      object: "يجب أن يكون كائنًا.",
      array: "يجب أن يكون قائمة.",
    },
    atLeast: (min) => `يجب أن يكون ${digits(min)} أو أكثر.`,
    moreThan: (limit) => `يجب أن يكون أكثر من ${digits(limit)}.`,
    atMost: (max) => `يجب أن يكون ${digits(max)} أو أقل.`,
    lessThan: (limit) => `يجب أن يكون أقل من ${digits(limit)}.`,
    multipleOf: (divisor) => `يجب أن يكون من مضاعفات ${digits(divisor)}.`,
    minCharacters: (min) => `يجب ألا يقل عن ${count(min, characters)}.`,
    maxCharacters: (max) => `يجب ألا يزيد على ${count(max, characters)}.`,
    minEntries: (min) => `يجب ألا يقل عن ${count(min, entries)}.`,
    maxEntries: (max) => `يجب ألا يزيد على ${count(max, entries)}.`,
    oneOf: (values) =>
      values.length === 1
        ? `يجب أن يكون ${values.map(isolate).join()}.`
        : `يجب أن يكون إحدى هذه القيم: ${values.map(isolate).join("، ")}.`,
    notInList: "يجب أن يكون إحدى قيم القائمة.",
    url: `يجب أن يكون عنوان URL كاملًا يبدأ بـ ${isolate("https://")}.`,
    invalid: "صيغته غير صحيحة.",
    noMatch: "لا يطابق أيًا من الصيغ المسموح بها هنا.",
  },
};
