import { createGrammar } from "../createGrammar.ts";
import type { Labels } from "../en/en.ts";
import { phrases } from "./phrases.ts";

const { count, digits, list, number } = createGrammar("de");

export const models: Labels["models"] = {
  texts: phrases,
  inputErrors: {
    required: "Das wird gebraucht.",
    prompt: "Schreib einen Prompt.",
    unknownField: (model) => `${model} hat kein solches Feld.`,
    types: {
      int: "Muss eine ganze Zahl sein.",
      number: "Muss eine Zahl sein.",
      string: "Muss ein Text sein.",
      boolean: "Muss wahr oder falsch sein.",
      object: "Muss ein Objekt sein.",
      array: "Muss eine Liste sein.",
    },
    atLeast: (min) => `Muss mindestens ${digits(min)} sein.`,
    moreThan: (limit) => `Muss mehr als ${digits(limit)} sein.`,
    atMost: (max) => `Darf höchstens ${digits(max)} sein.`,
    lessThan: (limit) => `Muss weniger als ${digits(limit)} sein.`,
    multipleOf: (divisor) => `Muss ein Vielfaches von ${digits(divisor)} sein.`,
    minCharacters: (min) => `Braucht mindestens ${number(min)} Zeichen.`,
    maxCharacters: (max) => `Darf höchstens ${number(max)} Zeichen haben.`,
    minEntries: (min) =>
      `Braucht mindestens ${count(min, { one: "# Eintrag", other: "# Einträge" })}.`,
    maxEntries: (max) =>
      `Darf höchstens ${count(max, { one: "# Eintrag", other: "# Einträge" })} haben.`,
    oneOf: (values) =>
      values.length === 1
        ? `Muss ${values.join()} sein.`
        : `Muss einer dieser Werte sein: ${list(values)}.`,
    notInList: "Muss einer der Werte aus der Liste sein.",
    url: "Muss eine vollständige URL sein, mit https://.",
    invalid: "Hat die falsche Form.",
    noMatch: "Passt zu keiner der Formen, die hier erlaubt sind.",
  },
};
