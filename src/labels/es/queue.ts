import type { Labels } from "../en/en.ts";
import { inCredits } from "./credits.ts";
import { count, digits } from "./grammar.ts";

export const queue: Labels["queue"] = {
  title: "Lote",
  prompts: "Prompts, uno por línea",
  promptsHelp: "Los demás ajustes se toman del formulario.",
  promptsPlaceholder: "un faro al anochecer\nun zorro rojo en la nieve",
  takes: "Generaciones por prompt",
  takesHelp: "Cada generación usa una semilla distinta.",
  models: "Modelos",
  images: (images) => count(images, { one: "# imagen", other: "# imágenes" }),
  generations: (generations) =>
    count(generations, { one: "# generación", other: "# generaciones" }),
  price: (what, amount) => `${what}, alrededor de ${inCredits(amount)}`,
  start: "Iniciar lote",
  addMore: "Añadir al lote",
  morePrompts: "Añadir más prompts",
  nothing: "Escribe al menos un prompt.",
  tooMany: (most) => `Un lote puede tener hasta ${digits(most)} generaciones.`,
  invalid: (field, message) => `${field}: ${message}`,

  list: "Generaciones de este lote",
  sent: (sent, total) => `${digits(sent)} de ${digits(total)} enviadas`,
  finished: (done, total) => `${digits(done)} de ${digits(total)} terminadas`,
  running: "Enviando. Cada generación se cobra al enviarse.",
  waitsForSlot: "Esperando a que termine una generación en curso.",
  offline: "No tienes conexión. El envío continuará cuando vuelvas a conectarte.",
  rateLimited: (time) => `Demasiadas solicitudes. El envío continuará a las ${time}.`,
  paused: "Detenido. No se enviará nada más hasta que lo reanudes.",
  elsewhere: "Otra pestaña está enviando este lote.",
  pausedBy: (reason) => `Detenido: ${reason} No se enviará nada más hasta que lo reanudes.`,
  pausedUnknown:
    "Detenido, porque no pudimos confirmar la recepción de una solicitud. Es posible que se haya cobrado y no se volverá a enviar.",
  done: "Todo se envió.",
  complete: "Todo ha terminado.",
  showResults: "Ver resultados",
  show: "Ver resultado",
  notStored:
    "El almacenamiento de tu navegador está lleno. Si cierras esta página, se perderán las generaciones sin enviar.",

  entry: {
    waiting: "En espera",
    sending: "Enviando…",
    sent: "Enviada",
    queued: "En cola",
    processing: "Generando…",
    completed: "Terminada",
    failed: "Falló",
    canceled: "Detenida",
    expired: "Caducada",
    refused: "No aceptada. No se cobró.",
    unknown: "Sin confirmar. Es posible que se haya cobrado.",
    omitted:
      "Una imagen era demasiado grande para guardarla. Quita esta entrada y añádela otra vez.",
  },
  resume: "Reanudar",
  stop: "Detener",
  retry: "Reintentar",
  edit: "Editar prompt",
  save: "Guardar",
  cancel: "Cancelar",
  remove: "Quitar de la lista",
  clear: "Vaciar lista",
  forEntry: (action, prompt) => `${action}: ${prompt}`,
};
