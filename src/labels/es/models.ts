import type { Labels } from "../en/en.ts";
import { count, digits, list } from "./grammar.ts";

const texts: Labels["models"]["texts"] = {
  "Large, sharp pictures with a second model that refines the first one's work.":
    "Imágenes grandes y nítidas, con un segundo modelo que refina el trabajo del primero.",
  "The research release of SDXL, with sizes of your own.":
    "La versión de investigación de SDXL, con los tamaños que quieras.",
  "Small, quick and cheap; made for 768 × 768.": "Pequeño, rápido y barato; hecho para 768 × 768.",
  "Makes a picture over in the words of a prompt.":
    "Rehace una imagen según las palabras de un prompt.",
  "The refiner does nothing while the high noise fraction is 1: no step is left for it. Set the fraction below 1, or turn the refiner off.":
    "El refinador no hace nada mientras la fracción de ruido alto sea 1: no le queda ningún paso. Pon la fracción por debajo de 1 o desactiva el refinador.",

  Prompt: "Prompt",
  "What the picture should show. (word:1.3) gives a word more weight, [word] less.":
    "Lo que debe mostrar la imagen. (palabra:1.3) da más peso a una palabra; [palabra], menos.",
  "Write a prompt.": "Escribe un prompt.",
  "Negative prompt": "Prompt negativo",
  "What to keep out of the picture, for example: bad anatomy, bad hands, missing fingers.":
    "Lo que no debe aparecer en la imagen, por ejemplo: bad anatomy, bad hands, missing fingers.",
  Style: "Estilo",
  "A look that is laid over the prompt.": "Un aspecto que se añade al prompt.",
  "Choose a style.": "Elige un estilo.",
  "Stability presets": "Preajustes de Stability",
  Advertising: "Publicidad",
  "Art styles": "Estilos artísticos",
  Futuristic: "Futurista",
  Games: "Juegos",
  "Moods and themes": "Ambientes y temas",
  Papercraft: "Arte en papel",
  Photography: "Fotografía",
  Samples: "Cantidad",
  "How many pictures one run makes. Each is paid for.":
    "Cuántas imágenes hace cada generación. Se cobra cada una.",
  pictures: "imágenes",
  Image: "Imagen",
  "The picture to start from. The result has its size.":
    "La imagen de partida. El resultado tiene su mismo tamaño.",
  "Give a picture: an http(s) URL or a file.": "Indica una imagen: una URL http(s) o un archivo.",
  Width: "Ancho",
  Height: "Alto",
  "SDXL draws 1024 × 1024 and nothing else.": "SDXL dibuja a 1024 × 1024 y nada más.",
  "In pixels; whole eighths come out as asked.":
    "En píxeles; los múltiplos de 8 salen tal como se piden.",
  "In pixels. The model was made for 768 × 768.": "En píxeles. El modelo se hizo para 768 × 768.",

  Scheduler: "Planificador",
  "How the noise is taken out, step by step.": "Cómo se elimina el ruido, paso a paso.",
  "Choose a scheduler.": "Elige un planificador.",
  "Repeatable and plain; a good start": "Repetible y sencillo; bueno para empezar",
  "Sharp in few steps": "Nítido en pocos pasos",
  "Sharp, a little slower": "Nítido, algo más lento",
  "Varied; never quite settles": "Variado; nunca se estabiliza del todo",
  "Quick and soft": "Rápido y suave",
  "Exact, at twice the time": "Exacto, en el doble de tiempo",
  "Varied, rich in detail": "Variado y rico en detalles",
  "Exact, rich in detail": "Exacto y rico en detalles",
  "Quick, older": "Rápido, más antiguo",
  "Wants many steps": "Necesita muchos pasos",
  "Good in 20 steps or fewer": "Bueno con 20 pasos o menos",
  "Varied and rich in detail, at twice the time":
    "Variado y rico en detalles, en el doble de tiempo",
  "Sharp in 20 to 30 steps; a good start": "Nítido con 20 a 30 pasos; bueno para empezar",
  "Rich in detail, at twice the time": "Rico en detalles, en el doble de tiempo",
  "Rich in detail; more steps change it": "Rico en detalles; más pasos lo cambian",
  "Fine detail, at twice the time": "Detalle fino, en el doble de tiempo",
  "Fine detail; wants 30 steps or more": "Detalle fino; necesita 30 pasos o más",
  "Varied, at twice the time": "Variado, en el doble de tiempo",
  "For drafts; rough": "Para borradores; tosco",
  "Takes as many steps as it likes": "Da tantos pasos como quiera",
  "Fine detail; goes back and mends": "Detalle fino; vuelve atrás y corrige",
  "Inference steps": "Pasos de inferencia",
  "More steps draw finer and take longer; past 50 the difference is hard to see.":
    "Con más pasos el dibujo es más fino y tarda más; por encima de 50 apenas se nota la diferencia.",
  steps: "pasos",
  "Guidance scale": "Escala de guía",
  "How closely to follow the prompt. High values follow it to the letter and cost variety.":
    "Con qué fidelidad se sigue el prompt. Los valores altos lo siguen al pie de la letra y restan variedad.",
  Strength: "Intensidad",
  "How much a reference picture is changed: 0 keeps it, 1 leaves nothing of it.":
    "Cuánto se cambia una imagen de referencia: 0 la conserva, 1 no deja nada de ella.",
  Seed: "Semilla",
  "The same seed and settings make the same picture again; -1 draws a new seed each time.":
    "La misma semilla y los mismos ajustes repiten la imagen; -1 elige una semilla nueva cada vez.",
  "Base model": "Modelo base",
  "The checkpoint that draws: each has a look of its own.":
    "El checkpoint que dibuja: cada uno tiene su propio aspecto.",

  Refiner: "Refinador",
  "A second model goes over the picture and improves it.":
    "Un segundo modelo repasa la imagen y la mejora.",
  "High noise fraction": "Fracción de ruido alto",
  "The share of the steps that the base model takes before the refiner goes on.":
    "La parte de los pasos que da el modelo base antes de que siga el refinador.",
  Base64: "Base64",
  "Sends the picture inside the answer in place of its address.":
    "Envía la imagen dentro de la respuesta en lugar de su dirección.",
};

export const models: Labels["models"] = {
  texts,
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
