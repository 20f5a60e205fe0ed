import type { Labels } from "../en/en.ts";
import { count, digits, list } from "./grammar.ts";

const texts: Labels["models"]["texts"] = {
  "Detailed 1024 px images with an optional refiner.":
    "Imágenes detalladas de 1024 px, con refinador opcional.",
  "Research release of SDXL. Supports custom image sizes.":
    "Versión de investigación de SDXL con tamaños personalizados.",
  "Small, fast, and inexpensive. Best at sizes from 512 to 768 px.":
    "Pequeño, rápido y económico. Funciona mejor con tamaños de 512 a 768 px.",
  "Transforms an image using your prompt.": "Transforma una imagen según tu prompt.",
  "With “Refiner start” at 1, no steps are left for the refiner. Lower “Refiner start”, or turn off the refiner.":
    "Si el inicio del refinador es 1, no le queda ningún paso. Redúcelo o desactiva el refinador.",

  Prompt: "Prompt",
  "Describe the image. (word:1.3) gives a word more weight; [word] gives it less.":
    "Describe la imagen. (palabra:1.3) aumenta el peso de una palabra; [palabra] lo reduce.",
  "Write a prompt.": "Escribe un prompt.",
  "Negative prompt": "Prompt negativo",
  Style: "Estilo",
  "Choose a style.": "Elige un estilo.",
  "Stability presets": "Preajustes de Stability",
  Advertising: "Publicidad",
  "Art styles": "Estilos artísticos",
  Futuristic: "Futurista",
  Games: "Juegos",
  "Moods and themes": "Ambientes y temas",
  Papercraft: "Arte en papel",
  Photography: "Fotografía",
  Images: "Imágenes",
  "Start image": "Imagen de partida",
  "The image to start from. The result has the same size.":
    "La imagen de partida. El resultado tiene el mismo tamaño.",
  "Choose an image file or enter an http(s) URL.":
    "Elige un archivo de imagen o escribe una URL http(s).",
  Width: "Ancho",
  Height: "Alto",
  "In pixels. Use multiples of 8.": "En píxeles. Usa múltiplos de 8.",
  "In pixels. 512 × 512 is faster; 768 × 768 has more detail.":
    "En píxeles. 512 × 512 es más rápido; 768 × 768 tiene más detalle.",

  Sampler: "Sampler",
  "Sampling method. Affects speed and detail.":
    "Método de muestreo. Afecta a la velocidad y al detalle.",
  "Choose a sampler.": "Elige un sampler.",
  "Consistent; a good default": "Estable; buena opción por defecto",
  "Sharp in few steps": "Nítido en pocos pasos",
  "Sharp, slightly slower": "Nítido, algo más lento",
  "Varied; keeps changing with more steps": "Variado; sigue cambiando con más pasos",
  "Fast and soft": "Rápido y suave",
  "Accurate, takes twice as long": "Preciso, tarda el doble",
  "Varied, rich in detail": "Variado, rico en detalles",
  "Accurate, rich in detail": "Preciso, rico en detalles",
  "Fast, older": "Rápido, más antiguo",
  "Needs many steps": "Necesita muchos pasos",
  "Good results in few steps": "Bueno con pocos pasos",
  "Varied and rich in detail, takes twice as long": "Variado y rico en detalles, tarda el doble",
  "Sharp in 20 to 30 steps; a good default": "Nítido con 20 a 30 pasos; buena opción por defecto",
  "Rich in detail, takes twice as long": "Rico en detalles, tarda el doble",
  "Rich in detail; keeps changing with more steps":
    "Rico en detalles; sigue cambiando con más pasos",
  "Fine detail, takes twice as long": "Detalle fino, tarda el doble",
  "Fine detail; needs 30 steps or more": "Detalle fino; necesita 30 pasos o más",
  "Varied, takes twice as long": "Variado, tarda el doble",
  "Rough; for drafts": "Tosco; para borradores",
  "Chooses the number of steps": "Elige el número de pasos",
  "Fine detail; repeats some steps": "Detalle fino; repite algunos pasos",
  Steps: "Pasos",
  "More steps add detail and take longer. Above 50, the difference is hard to see.":
    "Más pasos añaden detalle y tardan más. A partir de 50, apenas se nota la diferencia.",
  steps: "pasos",
  "Guidance scale": "Escala de guía",
  "Higher values follow the prompt more closely, with less variety.":
    "Los valores más altos siguen el prompt con más fidelidad, pero con menos variedad.",
  Strength: "Intensidad",
  "How much the starting image changes: 0 keeps it, 1 replaces it.":
    "Cuánto cambia la imagen de partida: 0 la conserva, 1 la reemplaza.",
  Seed: "Semilla",
  "The same seed and settings give the same image.":
    "La misma semilla y los mismos ajustes dan la misma imagen.",
  "Base model": "Modelo base",
  "The checkpoint that generates the image. It determines the overall look.":
    "El checkpoint que genera la imagen. Cada uno tiene un aspecto distinto.",

  Refiner: "Refinador",
  "Improves details with a second model.": "Mejora los detalles con un segundo modelo.",
  "Refiner start": "Inicio del refinador",
  "The share of steps before the refiner takes over.":
    "La proporción de pasos antes de que actúe el refinador.",
  Base64: "Base64",
  "Returns the image in the response instead of its URL.":
    "Devuelve la imagen en la respuesta en lugar de su URL.",
};

export const models: Labels["models"] = {
  texts,
  inputErrors: {
    required: "Este campo es obligatorio.",
    prompt: "Escribe un prompt.",
    unknownField: (model) => `${model} no tiene ese campo.`,
    types: {
      int: "Debe ser un número entero.",
      number: "Debe ser un número.",
      string: "Debe ser texto.",
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
    notInList: "Elige un valor de la lista.",
    url: "Debe ser una URL completa que empiece por https://.",
    invalid: "Formato no válido.",
    noMatch: "Valor no válido.",
  },
};
