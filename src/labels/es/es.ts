import type { Labels } from "../en/en.ts";
import { inCredits } from "./credits.ts";
import { form } from "./form.ts";
import { generateImage } from "./generateImage.ts";
import { count, digits, list, number } from "./grammar.ts";
import { history } from "./history.ts";
import { image } from "./image.ts";
import { imageActions } from "./imageActions.ts";
import { models } from "./models.ts";
import { presets } from "./presets.ts";
import { queue } from "./queue.ts";
import { result } from "./result.ts";
import { settings } from "./settings.ts";

export const es: Labels = {
  credits: {
    left: (amount) => `Créditos restantes: ${amount}`,
    low: (amount) => `Créditos restantes: solo ${amount}`,
    becameLow: (amount) => `Quedan pocos créditos: ${amount}.`,
    estimate: (amount) => `Alrededor de ${inCredits(amount)} por generación`,
    estimateAtStart: (amount) =>
      `Alrededor de ${inCredits(amount)} por generación con los ajustes iniciales. Con los tuyos, el precio puede variar.`,
    tooLow: (left, needed) =>
      `Créditos insuficientes. Necesitas alrededor de ${inCredits(needed)} y tienes ${left}.`,
  },
  form,
  generateImage,
  history,
  image,
  imageActions,
  models,
  prompt: {
    placeholders: {
      "text-to-image": "Describe tu imagen…",
      "image-to-image": "Describe qué quieres cambiar…",
    },
    negativePlaceholder: "Qué quieres evitar…",
    clear: "Borrar el prompt",

    count: (words, characters) =>
      [
        count(words, { one: "# palabra", other: "# palabras" }),
        count(characters, { one: "# carácter", other: "# caracteres" }),
      ].join(", "),
    tokens: (about, limit) => `unos ${digits(about)} de ${digits(limit)} tokens`,
    tooManyTokens: (about, limit) =>
      `unos ${digits(about)} de ${digits(limit)} tokens. Puede que se ignore el final del prompt.`,
    weightKeys: "Ctrl o ⌘ con ↑ o ↓ cambia el peso de la palabra donde está el cursor.",
    weightChanged: (phrase, weight) => `Peso de «${phrase}»: ${number(weight)}.`,
    noWordAtCursor: "Primero coloca el cursor en una palabra.",

    recent: "Recientes",
    recentOf: (field) => `Textos recientes: ${field}`,
    recentUsed: "Texto reciente insertado.",

    empty: "Vacío",

    recipeQuestion: "¿Aplicar estos ajustes?",
    recipeFields: (fields) => `Establece ${list(fields)}.`,
    recipeRest: "Los demás ajustes vuelven a los valores predeterminados del modelo.",
    recipeUnused: (items) => `Este modelo no admite ${list(items)}.`,
    recipeMore: (items) => `${digits(items)} más`,
    recipeFill: "Aplicar",
    recipePaste: "Pegar como texto",
    recipeFilled: (fields) =>
      count(fields, {
        one: "# ajuste aplicado.",
        other: "# ajustes aplicados.",
      }),
    recipeUndo: "Deshacer",
    recipeUndone: "Cambios deshechos.",
    recipeDismiss: "Cerrar",
    recipeNone: "No se encontraron ajustes en este archivo.",
  },
  result,
  shortcuts: {
    generate: "Generar desde cualquier parte del formulario",
    moreWeight: "Prompt: aumentar el peso de una palabra",
    lessWeight: "Prompt: reducir el peso de una palabra",
    shortcuts: "Mostrar los atajos",
    compare: "Generaciones anteriores: comparar con la que se muestra",
    nextImage: "Imagen ampliada: imagen siguiente o desplazarse",
    zoom: "Imagen ampliada: acercar, alejar, ajustar",
    selectAll: "Historial: seleccionar todo",
    deleteJobs: "Historial: eliminar la selección",
    undo: "Historial: deshacer la eliminación",
    close: "Cerrar",
  },
  studio: {
    settings: "Ajustes",
    result: "Resultado",
    resetSettings: "Restablecer ajustes",
    settingsReset: "Ajustes restablecidos.",
    leftOut: (fields, model) =>
      fields.length === 1
        ? `${list(fields)} no está disponible en ${model} y se ha omitido.`
        : `${list(fields)} no están disponibles en ${model} y se han omitido.`,
    setToDefault: (fields, model) =>
      fields.length === 1
        ? `${list(fields)} ha vuelto al valor predeterminado de ${model}.`
        : `${list(fields)} han vuelto a los valores predeterminados de ${model}.`,
    history: "Historial",
    historyLoadFailed:
      "No se pudo cargar el historial. Tus imágenes están a salvo. Inténtalo de nuevo.",
    shortcuts: "Atajos",
    hide: "Ocultar",
    hideHelp: "Ocultar. La generación sigue en curso.",
    keys: { Ctrl: "Ctrl", Shift: "Mayús", Enter: "Intro", Delete: "Supr", Esc: "Esc" },
  },
  tray: {
    tray: "Tus imágenes",
    finished: (ready) =>
      count(ready, { one: "# generación está lista.", other: "# generaciones están listas." }),
    pending: "Generando…",
    offline: "No tienes conexión. El progreso se actualizará cuando la recuperes.",
    signedOut: "Inicia sesión para ver el progreso.",
    ready: "Lista mientras no estabas",
    failed: (charged) => `Falló. ${charged}.`,
    stopped: (charged) => `Detenida. ${charged}.`,
    unknown: "Sin confirmar. Puede que esté en curso y se te haya cobrado.",
    expired: "Caducada. Las imágenes ya no están disponibles.",
    untitled: "Sin título",
    stopWatching: "Dejar de seguir",
    show: "Mostrar",
    remove: "Eliminar",
    forJob: (action, prompt) => `${action}: ${prompt}`,
    chooseAgain: "Era demasiado grande para guardarlo. Elígelo de nuevo.",
  },
  settings,
  presets,
  queue,
};
