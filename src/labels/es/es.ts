import type { Labels } from "../en/en.ts";
import { form } from "./form.ts";
import { count, digits, list, number } from "./grammar.ts";
import { history } from "./history.ts";
import { image } from "./image.ts";
import { models } from "./models.ts";
import { result } from "./result.ts";

export const es: Labels = {
  credits: {
    left: (amount) => `Créditos restantes: ${amount}`,
    low: (amount) => `Créditos restantes: solo ${amount}`,
    becameLow: (amount) => `Se están acabando los créditos: quedan ${amount}.`,
    estimate: (amount) => `Unos ${amount} créditos por generación`,
    estimateAtStart: (amount) =>
      `Unos ${amount} créditos por generación con los ajustes iniciales. Con los tuyos puede costar más o menos.`,
    tooLow: (left, needed) =>
      `Una generación cuesta unos ${needed} créditos y quedan ${left}. No se crearía nada.`,
  },
  form,
  history,
  image,
  models,
  prompt: {
    count: (words, characters) =>
      [
        count(words, { one: "# palabra", other: "# palabras" }),
        count(characters, { one: "# carácter", other: "# caracteres" }),
      ].join(", "),
    tokens: (about, limit) => `unos ${digits(about)} de ${digits(limit)} tokens`,
    tooManyTokens: (about, limit) =>
      `unos ${digits(about)} tokens: el modelo lee ${digits(limit)} a la vez, lo último puede contar poco`,
    weightKeys: "Ctrl o ⌘ con ↑ o ↓ da más o menos peso a la palabra del cursor.",
    weightChanged: (phrase, weight) => `«${phrase}» pesa ahora ${number(weight)}.`,
    noWordAtCursor: "No hay ninguna palabra en el cursor a la que dar peso.",

    recent: "Recientes",
    recentOf: (field) => `Textos recientes: ${field}`,
    recentUsed: "Se puso el texto reciente.",

    empty: "Vacío",

    recipeQuestion: "¿Rellenar el formulario con esta receta?",
    recipeFields: (fields) => `Establece ${list(fields)}.`,
    recipeRest: "Los demás ajustes se restablecen a los valores predeterminados del modelo.",
    recipeUnused: (items) => `Este modelo no puede usar ${list(items)}.`,
    recipeMore: (items) => `${digits(items)} más`,
    recipeFill: "Rellenar el formulario",
    recipePaste: "Pegar como texto",
    recipeFilled: (fields) =>
      count(fields, {
        one: "Se rellenó # campo con la receta.",
        other: "Se rellenaron # campos con la receta.",
      }),
    recipeUndo: "Deshacer",
    recipeUndone: "El formulario está como antes de la receta.",
    recipeDismiss: "Cerrar",
    recipeNone: "En este archivo no hay ninguna receta.",
  },
  result,
  studio: {
    history: "Historial",
    historyLoadFailed:
      "El historial no se puede cargar ahora mismo. Tus generaciones se conservan; inténtalo de nuevo.",
    shortcuts: "Atajos",
    shortcutActions: {
      generate: "Generar, desde cualquier parte del formulario",
      moreWeight: "Prompt: más peso para las palabras del cursor",
      lessWeight: "Prompt: menos peso para las palabras del cursor",
      shortcuts: "Esta lista",
      nextImage: "Imagen ampliada: ir a la siguiente o desplazarse",
      zoom: "Imagen ampliada: acercar, alejar, entera",
      selectAll: "Historial: seleccionar todo",
      deleteJobs: "Historial: eliminar lo seleccionado",
      undo: "Historial: deshacer una eliminación",
      close: "Cerrar lo que esté abierto",
    },
    keys: { Ctrl: "Ctrl", Enter: "Intro", Delete: "Supr", Esc: "Esc" },
  },
  tray: {
    tray: "Tus imágenes",
    finished: (ready) =>
      count(ready, { one: "# imagen está lista.", other: "# imágenes están listas." }),
    pending: "Creándose",
    offline: "No tienes conexión. Continúa por sí sola.",
    signedOut: "Inicia sesión de nuevo para ver cómo va.",
    ready: "Lista mientras no estabas",
    failed: (charged) => `Falló. ${charged}.`,
    unknown: "Nadie puede decir si se aceptó. Puede que esté en curso y pagada.",
    expired: "Caducada; sus imágenes ya no están.",
    untitled: "Sin título",
    stopWatching: "Dejar de seguir",
    show: "Mostrar",
    check: "Comprobar de nuevo",
    sendAgain: "Enviar de nuevo: podría cobrarse dos veces",
    generateAgain: "Crear de nuevo: se cobra otra vez",
    tryAgain: "Reintentar",
    remove: "Olvidar",
    forJob: (action, prompt) => `${action}: ${prompt}`,
    chooseAgain: "Era demasiado grande para guardarlo. Elígelo otra vez.",
  },
};
