import type { GenerateStatus } from "../../protocol/jobState.ts";
import type { Labels } from "../en/en.ts";
import { errors, remedies } from "./errors.ts";
import { count as plural, number } from "./grammar.ts";

const statusText: Readonly<Record<GenerateStatus | "blocked", string>> = {
  idle: "sin empezar",
  submitting: "enviándose",
  queued: "en cola",
  processing: "generándose",
  completed: "terminada",
  failed: "fallida",
  canceled: "detenida",
  unknown: "sin confirmar",
  expired: "caducada",
  blocked: "bloqueada",
};

const position = (index: number, count: number): string =>
  `imagen ${number(index + 1)} de ${number(count)}`;

export const result: Labels["result"] = {
  locale: "es",

  errors,
  remedies,
  charged: {
    no: "No se te cobró",
    yes: "Se te cobró",
    unknown: "Puede que se te haya cobrado",
  },
  retryAdvice: {
    safe: "Puedes reintentarlo sin riesgo.",
    after: "En un momento podrás reintentarlo sin riesgo.",
    unsafe: "Si lo reintentas, se te podría cobrar dos veces.",
    paid: "Para obtener la imagen, genérala de nuevo. Se te cobrará otra vez.",
    never: "Reintentarlo sin cambios no servirá.",
  },
  retry: {
    no: "Reintentar",
    yes: "Generar de nuevo (se te cobrará otra vez)",
    unknown: "Enviar de nuevo (se te podría cobrar dos veces)",
  },
  stop: "Detener",
  stopping: "Deteniendo…",
  stoppedLate: "Ya había empezado.",
  checkStatus: "Comprobar de nuevo",
  checking: "Comprobando…",
  checked: (time) => `Comprobado (${time}): sigue sin confirmarse.`,
  checkFailed: (reason) => `No se pudo comprobar. ${reason}`,
  retryAt: (time) => `Podrás reintentarlo a partir de las ${time}.`,
  fields: "Campos por corregir",
  requestId: "ID de la solicitud",
  copyRequestId: "Copiar ID de la solicitud",
  aiGenerated: "Generado con IA",

  progress: {
    idle: "",
    submitting: "Enviando…",
    queued: "En cola…",
    processing: "Generando…",
    completed: "Generación completada.",
    failed: "",
    canceled: "",
    unknown: "",
    expired: "",
  },
  overdue: "Tarda más de lo habitual. Sigue en curso…",
  connectionLost: "Se perdió la conexión. Reconectando…",
  pollFailed: (what) => `${what} Reintentando automáticamente.`,
  notFoundYet: "El servicio aún no encuentra esta generación. Reintentando automáticamente.",
  signedOut: "Se cerró tu sesión. Inicia sesión para continuar.",
  offline:
    "No tienes conexión. Tu imagen se sigue generando; la actualizaremos cuando vuelvas a conectarte.",
  estimate: "Progreso estimado",
  usualDuration: (range) => `normalmente ${range}`,

  result: "Resultado",
  empty: {
    idle: "Describe una imagen para empezar.",
    submitting: "",
    queued: "",
    processing: "",
    completed: "La generación terminó sin imagen.",
    failed: "No se creó ninguna imagen. Tus ajustes no han cambiado.",
    canceled: "No se creó ninguna imagen. Tus ajustes no han cambiado.",
    unknown: "Puede que tu imagen aún se esté generando. Tus ajustes no han cambiado.",
    expired: "Este resultado ha caducado. Tus ajustes están guardados.",
  },
  alt: (prompt, index, count) =>
    [prompt || "Imagen generada", ...(count > 1 ? [position(index, count)] : [])].join(", "),
  blocked: "El filtro de contenido bloqueó este resultado. Tus ajustes no han cambiado.",
  missingOffline: "No tienes conexión. Esta imagen se cargará cuando la recuperes.",
  loadingImage: "Cargando imagen…",
  missing: "No se puede cargar esta imagen. Puede que haya caducado.",
  notAnImage: "Este resultado es un archivo, no una imagen.",
  openFile: "Abrir archivo",
  loadAgain: "Cargar de nuevo",
  fewerImages: (got, requested) =>
    `${plural(got, { one: "Solo se recibió #", other: "Solo se recibieron #" })} de ${number(requested)} imágenes.`,

  forImage: (action, index, count) => (count > 1 ? `${action}, ${position(index, count)}` : action),
  download: "Descargar",
  downloaded: "Descarga iniciada.",
  openedInTab: "La imagen se abrió en una pestaña nueva. Guárdala desde allí.",
  downloadAll: (count) => `Descargar las ${number(count)}`,
  downloadedSome: (got, count) =>
    got === 0
      ? "No se pudieron descargar las imágenes."
      : `${plural(got, { one: "Se descargó #", other: "Se descargaron #" })} de ${number(count)} imágenes. Las demás no se pudieron leer.`,
  copy: "Copiar",
  copied: "Copiada.",
  cantCopy: "Esta imagen no se puede copiar. Descárgala.",
  copyLink: "Copiar enlace",
  linkCopied: "Enlace copiado. Abre el formulario con estos ajustes.",
  cantCopyLink: "No se pudo copiar el enlace.",
  reuse: "Reutilizar ajustes",
  reused: "Ajustes y semilla aplicados.",
  useThis: "Aplicar",
  used: (field) => `Se aplicó «${field}».`,
  forField: (action, field) => `${action}: ${field}`,

  done: { download: "Guardada", copy: "Copiado", reuse: "Aplicado" },

  enlarge: "Ampliar",
  close: "Cerrar",

  removed: (runs) =>
    plural(runs, { one: "# generación eliminada.", other: "# generaciones eliminadas." }),
  chooseToCompare: "Elige una generación para comparar.",
  cancel: "Cancelar",

  seedOf: (seed) => `Semilla ${seed}`,

  details: "Detalles",
  model: "Modelo",
  seedUsed: "Semilla usada",
  generationTime: "Tiempo de generación",
  queueTime: "Tiempo en cola",
  totalTime: "Tiempo total",
  cost: "Coste",
  credits: (amount) => `${amount} créditos`,
  yes: "Sí",
  no: "No",

  modelSwitch: "Modelo",
  jobs: "Generaciones anteriores",
  job: (which, prompt, status) => `Generación ${number(which)}, ${statusText[status]}: ${prompt}`,
};
