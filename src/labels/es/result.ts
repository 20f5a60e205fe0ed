import type { GenerateStatus } from "../../protocol/jobState.ts";
import type { Labels } from "../en/en.ts";
import { errors, remedies } from "./errors.ts";
import { number } from "./grammar.ts";

const statusText: Readonly<Record<GenerateStatus, string>> = {
  idle: "sin empezar",
  submitting: "enviándose",
  queued: "en espera",
  processing: "dibujándose",
  completed: "terminada",
  failed: "fallida",
  unknown: "de resultado desconocido",
  expired: "caducada",
};

const position = (index: number, count: number): string =>
  `imagen ${number(index + 1)} de ${number(count)}`;

export const result: Labels["result"] = {
  locale: "es",

  errors,
  remedies,
  charged: {
    no: "No se cobró",
    yes: "Se cobró",
    unknown: "Puede que se haya cobrado",
  },
  retryAdvice: {
    safe: "Puedes reintentarlo sin riesgo.",
    after: "En un momento podrás reintentarlo sin riesgo.",
    unsafe: "Si lo reintentas, podría cobrarse dos veces.",
    paid: "Para tener la imagen, genérala de nuevo; se cobrará otra vez.",
    never: "Reintentar lo mismo no servirá.",
  },
  retry: {
    no: "Reintentar",
    yes: "Enviar de nuevo: se cobra otra vez",
    unknown: "Enviar de nuevo: podría cobrarse dos veces",
  },
  checkStatus: "Comprobar de nuevo",
  retryIn: (time) => `Puedes reintentarlo en ${time}.`,
  fields: "Qué corregir",
  requestId: "Identificador de la solicitud",

  progress: {
    idle: "",
    submitting: "Enviando",
    queued: "Esperando su turno",
    processing: "Dibujando",
    completed: "Listo. Ya tienes el resultado.",
    failed: "",
    unknown: "",
    expired: "",
  },
  overdue: "Tarda más de lo habitual. No se ha perdido.",
  connectionLost: "Se perdió la conexión; se vuelve a consultar automáticamente",
  pollFailed: (what) => `${what} Se vuelve a consultar automáticamente.`,
  notFoundYet:
    "El servicio no encuentra este trabajo ahora mismo. Se vuelve a consultar automáticamente.",
  signedOut: "Se cerró tu sesión. Inicia sesión y continuará",
  offline: "No tienes conexión. La generación continúa y se consultará cuando vuelvas",
  estimate: "Progreso estimado",
  usualDuration: (range) => `normalmente ${range}`,

  result: "Resultado",
  empty: {
    idle: "Describe una imagen y aparecerá aquí.",
    submitting: "",
    queued: "",
    processing: "",
    completed: "La generación terminó sin imagen.",
    failed: "No se creó ninguna imagen. Tus ajustes están como los dejaste.",
    unknown:
      "Puede que haya una imagen; desde aquí no se puede saber. Tus ajustes están como los dejaste.",
    expired: "Esta generación ha caducado y sus imágenes ya no están. Tus ajustes se conservan.",
  },
  alt: (prompt, index, count) =>
    [prompt || "Imagen generada", ...(count > 1 ? [position(index, count)] : [])].join(", "),
  blocked:
    "El filtro de contenido del servicio retuvo las imágenes. Tus ajustes están como los dejaste.",
  missingOffline: "No tienes conexión. Esta imagen se volverá a cargar en cuanto vuelva.",
  missing: "Esta imagen ya no está. El servicio conserva los archivos 7 días.",
  notAnImage: "Este resultado es un archivo, no una imagen.",
  openFile: "Abrir archivo",
  loadAgain: "Cargar de nuevo",
  fewerImages: (got, requested) => `Llegaron ${number(got)} de ${number(requested)} imágenes.`,

  forImage: (action, index, count) => (count > 1 ? `${action}, ${position(index, count)}` : action),
  download: "Descargar",
  downloaded: "Guardada en tus descargas.",
  openedInTab:
    "No se pudo leer la imagen aquí, así que se abrió en una pestaña nueva. Guárdala desde allí.",
  downloadAll: (count) => `Descargar las ${number(count)}`,
  downloadedSome: (got, count) =>
    got === 0
      ? "No se pudo leer aquí ninguna de las imágenes."
      : `Se guardaron ${number(got)} de ${number(count)} imágenes; las demás no se pudieron leer.`,
  copy: "Copiar",
  copied: "Copiada.",
  cantCopy: "Esta imagen no se puede copiar aquí. Descárgala.",
  copyLink: "Copiar enlace",
  linkCopied: "Enlace copiado. Lleva estos ajustes al formulario.",
  cantCopyLink: "El enlace no se puede copiar aquí.",
  reuse: "Usar estos ajustes",
  reused: "Los ajustes y la semilla están en el formulario.",
  useThis: "Usar esto",
  used: (field) => `${field}: ya está en el formulario.`,
  forField: (action, field) => `${action}: ${field}`,

  enlarge: "Ampliar",
  enlarged: "Imagen ampliada",
  close: "Cerrar",
  previous: "Imagen anterior",
  next: "Imagen siguiente",
  position: (index, count) => `Imagen ${number(index + 1)} de ${number(count)}`,
  zoomControls: "Zoom",
  zoomIn: "Acercar",
  zoomOut: "Alejar",
  zoomFit: (percent) => `${percent}, mostrar la imagen entera`,
  zoomedTo: (percent) => `Zoom al ${percent}`,

  before: "Antes",
  after: "Después",
  compare: "Comparación",
  compareSlider: "Dónde se encuentran las dos imágenes",
  compareShare: (percent, before, after) => `${percent} ${before}, el resto ${after}`,
  sideBySide: "Lado a lado",
  inputAlt: "La imagen de la que partió",

  details: "Detalles",
  model: "Modelo",
  seedUsed: "Semilla usada",
  generationTime: "Dibujada en",
  queueTime: "En espera",
  totalTime: "En total",
  cost: "Coste",
  credits: (amount) => `${amount} créditos`,
  yes: "Sí",
  no: "No",

  modelSwitch: "Modelo",
  jobs: "Generaciones anteriores",
  job: (which, prompt, status) => `Generación ${number(which)}, ${statusText[status]}: ${prompt}`,
};
