import { createGrammar } from "../createGrammar.ts";
import type { Labels } from "../en/en.ts";
import { phrases } from "./phrases.ts";

const { digits, number } = createGrammar("ja");

export const models: Labels["models"] = {
  texts: phrases,
  inputErrors: {
    required: "必須の項目です。",
    prompt: "プロンプトを入力してください。",
    unknownField: (model) => `${model}にこの項目はありません。`,
    types: {
      int: "整数で指定してください。",
      number: "数値で指定してください。",
      string: "文字列で指定してください。",
      boolean: "真か偽で指定してください。",
      object: "オブジェクトで指定してください。",
      array: "リストで指定してください。",
    },
    atLeast: (min) => `${digits(min)}以上にしてください。`,
    moreThan: (limit) => `${digits(limit)}より大きくしてください。`,
    atMost: (max) => `${digits(max)}以下にしてください。`,
    lessThan: (limit) => `${digits(limit)}より小さくしてください。`,
    multipleOf: (divisor) => `${digits(divisor)}の倍数にしてください。`,
    minCharacters: (min) => `${number(min)}文字以上にしてください。`,
    maxCharacters: (max) => `${number(max)}文字以下にしてください。`,
    minEntries: (min) => `${number(min)}個以上にしてください。`,
    maxEntries: (max) => `${number(max)}個以下にしてください。`,
    oneOf: (values) =>
      values.length === 1
        ? `${values.join()}にしてください。`
        : `次のどれかにしてください：${values.join("、")}`,
    notInList: "一覧にある値から選んでください。",
    url: "https:// で始まる完全なURLにしてください。",
    invalid: "形式が正しくありません。",
    noMatch: "ここで使えるどの形式にも合いません。",
  },
};
