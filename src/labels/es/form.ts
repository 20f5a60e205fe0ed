import type { Labels } from "../en/en.ts";
import { count, digits } from "./grammar.ts";

export const form: Labels["form"] = {
  generate: "Generar",
  submitting: "Enviando…",
  offline: "No tienes conexión. Genera de nuevo cuando la recuperes.",
  modelUnavailable: (model) => `${model} no está disponible. Elige otro modelo.`,
  modelsLoading: "Los modelos aún se están cargando.",
  rateLimited: (time) => `Demasiadas solicitudes. Podrás volver a generar a partir de las ${time}.`,
  tooManyJobs: (runs) =>
    count(runs, {
      one: "Solo puedes tener una generación en curso. Espera a que termine.",
      other: "Solo puedes tener # generaciones en curso. Espera a que termine alguna.",
    }),
  fix: (fields) =>
    count(fields, {
      one: "Revisa # campo:",
      other: "Revisa # campos:",
    }),
  advanced: "Más ajustes",
  tryExample: "Prueba un ejemplo",
  groups: {
    sampling: "Muestreo",
    refiner: "Refinador",
    output: "Salida",
  },
  affectsPrice: "Afecta al precio",
  about: (field) => `Acerca de «${field}»`,
  sliderOf: (field) => `Ajustar ${field}`,

  range: (min, max) => `de ${digits(min)} a ${digits(max)}`,
  atLeast: (min) => `${digits(min)} o más`,
  atMost: (max) => `${digits(max)} o menos`,
  withUnit: (numbers, unit) => `${numbers} ${unit}`,
  withStep: (range, step) =>
    range === undefined
      ? `De ${digits(step)} en ${digits(step)}`
      : `${range}, de ${digits(step)} en ${digits(step)}`,
  modelDefault: "Predeterminado",
  choose: "Elegir…",
  uncheckedValue: (value) => `«${value}» no está en la lista. Se enviará tal cual.`,
  showOptions: (field) => `Mostrar opciones: ${field}`,
  noMatchingOption: "Sin coincidencias. Lo que escribiste se usará tal cual.",

  randomEachTime: "Aleatoria cada vez",
  newSeed: "Nueva semilla aleatoria",
  seedLower: "Reducir la semilla",
  seedHigher: "Aumentar la semilla",
  lastSeed: (seed) => `Última usada: ${seed}`,

  size: "Tamaño",
  aspectRatios: "Relación de aspecto",
  pixels: "px",

  styleSearch: "Buscar estilos",
  styleCategories: "Categorías",
  styleAll: "Todos",
  styleCount: (styles) => count(styles, { one: "# estilo", other: "# estilos" }),
  noStyle: (query) => `Ningún estilo coincide con «${query}».`,
  similarStyles: (query) => `Ningún estilo coincide con «${query}». Los más parecidos:`,
  customStyle: (value) => `Usar «${value}» como estilo personalizado`,
  styleIllustrations: "Son ilustraciones. Las imágenes generadas tendrán otro aspecto.",

  favorites: "Favoritos",
  recent: "Recientes",
  favorite: "Favorito",
  toggleFavorite: (name) => `Favorito: ${name}`,

  image: {
    address: (field) => `${field}: URL`,
    drop: "Suelta o pega una imagen",
    browse: "Elegir un archivo",
    pasteUrl: "o pega una URL",
    replace: "Reemplazar",
  },
};
