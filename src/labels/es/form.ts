import type { Labels } from "../en/en.ts";
import { count, digits } from "./grammar.ts";

export const form: Labels["form"] = {
  generate: "Generar",
  submitting: "Enviando…",
  offline: "No tienes conexión. Genera de nuevo cuando vuelva.",
  modelUnavailable: (model) => `${model} no está disponible aquí. Elige otro modelo.`,
  modelsLoading: "Cargando los modelos. Podrás generar en cuanto estén listos.",
  rateLimited: (time) =>
    `Fueron muchas solicitudes a la vez. Puedes volver a generar a partir de las ${time}.`,
  tooManyJobs: (runs) =>
    count(runs, {
      one: "Hay una generación en curso y solo se permite una a la vez. Genera de nuevo cuando termine.",
      other:
        "Hay # generaciones en curso y no se permiten más a la vez. Genera de nuevo cuando termine una de ellas.",
    }),
  fix: (fields) =>
    count(fields, {
      one: "Revisa un campo:",
      other: "Revisa # campos:",
    }),
  advanced: "Ajustes avanzados",
  groups: {
    sampling: "Muestreo",
    refiner: "Refinador",
    output: "Salida",
  },
  affectsPrice: "Afecta al precio",

  range: (min, max) => `de ${digits(min)} a ${digits(max)}`,
  atLeast: (min) => `${digits(min)} o más`,
  atMost: (max) => `${digits(max)} o menos`,
  withUnit: (numbers, unit) => `${numbers} ${unit}`,
  withStep: (range, step) =>
    range === undefined
      ? `De ${digits(step)} en ${digits(step)}`
      : `${range}, de ${digits(step)} en ${digits(step)}`,
  modelDefault: "El del modelo",
  choose: "Elegir…",
  uncheckedValue: (value) => `«${value}» no está en la lista. Se envía tal cual, sin comprobar.`,
  showOptions: (field) => `Mostrar la lista: ${field}`,
  noMatchingOption: "Nada de la lista coincide. Se usa lo que escribiste.",

  randomEachTime: "Aleatoria cada vez",
  newSeed: "Nueva semilla aleatoria",
  seedLower: "Una menos",
  seedHigher: "Una más",
  lastSeed: (seed) => `Última usada: ${seed}`,

  size: "Tamaño",
  fixedSize: (width, height) =>
    `${digits(width)} × ${digits(height)} px, el único tamaño de este modelo`,
  aspectRatios: "Forma",
  pixels: "px",

  styleSearch: "Buscar estilos",
  styleCategories: "Categorías",
  styleAll: "Todos",
  styleCount: (styles) => count(styles, { one: "# estilo", other: "# estilos" }),
  noStyle: (query) => `Ningún estilo se llama «${query}».`,
  similarStyles: (query) => `Ningún estilo se llama «${query}». Los más parecidos:`,
  customStyle: (value) => `Usar «${value}» sin comprobar`,

  favorites: "Favoritos",
  recent: "Recientes",
  favorite: "Favorito",
  toggleFavorite: (name) => `Favorito: ${name}`,
};
