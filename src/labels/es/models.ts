import { createGrammar } from "../createGrammar.ts";
import type { Labels } from "../en/en.ts";
import { phrases } from "./phrases.ts";

const { count, digits, list } = createGrammar("es");

export const models: Labels["models"] = {
  texts: phrases,
  inputErrors: {
    required: "Esto es necesario.",
    prompt: "Escribe un prompt.",
    unknownField: (model) => `${model} no tiene ese campo.`,
    types: {
      int: "Debe ser un número entero.",
      number: "Debe ser un número.",
      string: "Debe ser un texto.",
      boolean: "Debe ser verdadero o falso.",
      object: "Debe ser un objeto.",
      array: "Debe ser una lista.",
    },
    atLeast: (min) => `Debe ser ${digits(min)} o más.`,
    moreThan: (limit) => `Debe ser más de ${digits(limit)}.`,
    atMost: (max) => `Debe ser ${digits(max)} o menos.`,
    lessThan: (limit) => `Debe ser menos de ${digits(limit)}.`,
    multipleOf: (divisor) => `Debe ser un múltiplo de ${digits(divisor)}.`,
    minCharacters: (min) =>
      `Debe tener al menos ${count(min, { one: "# carácter", other: "# caracteres" })}.`,
    maxCharacters: (max) =>
      `Debe tener como máximo ${count(max, { one: "# carácter", other: "# caracteres" })}.`,
    minEntries: (min) =>
      `Debe tener al menos ${count(min, { one: "# elemento", other: "# elementos" })}.`,
    maxEntries: (max) =>
      `Debe tener como máximo ${count(max, { one: "# elemento", other: "# elementos" })}.`,
    oneOf: (values) =>
      values.length === 1
        ? `Debe ser ${values.join()}.`
        : `Debe ser uno de estos valores: ${list(values)}.`,
    notInList: "Debe ser uno de los valores de la lista.",
    url: "Debe ser una URL completa, con https://.",
    invalid: "No tiene la forma correcta.",
    noMatch: "No encaja en ninguna de las formas permitidas aquí.",
  },
};
