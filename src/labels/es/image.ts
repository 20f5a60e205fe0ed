import type { Labels } from "../en/en.ts";
import { digits } from "./grammar.ts";

export const image: Labels["image"] = {
  address: (field) => `${field}: dirección`,
  drop: "Suelta o pega aquí una imagen, escribe su dirección o elige un archivo.",
  dropHere: "Suelta la imagen aquí",
  browse: "Elegir un archivo",
  camera: "Hacer una foto",
  replace: "Reemplazar",
  remove: "Quitar",
  show: "Mostrar vista previa",
  alt: (field) => `${field}: vista previa`,
  previewUnavailable:
    "Esta dirección no se puede mostrar aquí. Puede que el servicio sí pueda leerla.",
  fetchedByService: "El servicio leerá esta dirección cuando generes.",

  unnamed: "Imagen pegada",
  imageInfo: (width, height, size) => `${digits(width)} × ${digits(height)}, ${size}`,
  resized: (before, after) => `${before} → ${after}`,

  steps: {
    checking: "Comprobando la imagen…",
    shrinking: "Adaptándola al modelo…",
    uploading: "Subiendo…",
  },
  uploaded: (percent) => `Subiendo, ${percent}`,
  stillPreparing: "La imagen todavía se está preparando.",
  cancel: "Cancelar",
  tryAgain: "Reintentar",
  dismiss: "Descartar",
  failures: {
    "not-an-image": (name) =>
      `«${name}» no es una imagen que se pueda usar. Elige un archivo PNG, JPEG, WebP, AVIF o GIF.`,
    heic: (name) =>
      `«${name}» es una foto HEIC, que este navegador no puede leer. Guárdala antes como JPEG o pon la cámara en «Más compatible».`,
    "too-many-pixels": (name) =>
      `«${name}» tiene más píxeles de los que caben aquí en la memoria. Redúcela en una aplicación de fotos y vuelve a elegirla.`,
    unreadable: (name) =>
      `No se pudo leer «${name}»: está dañado o es demasiado grande para este dispositivo. Elige otro archivo o una copia más pequeña.`,
    empty: (name) => `«${name}» está vacío. Vuelve a elegirlo o elige otro archivo.`,
    "not-an-address": () =>
      "Esto no es la dirección de una imagen. Las direcciones empiezan por https:// o http://.",
    upload: (name) => `No se pudo subir «${name}».`,
  },

  crop: "Recortar",
  cropFrame: "Parte de la imagen",
  cropHint:
    "Arrastra o usa las teclas de flecha para mover; pellizca o usa + y − para ampliar o reducir.",
  cropShape: "Forma",
  cropFull: "Entera",
  cropRatio: (width, height) => `${digits(width)}:${digits(height)}`,
  cropZoom: "Zoom",
  cropPosition: (fromLeft, fromTop) => `${fromLeft} desde la izquierda, ${fromTop} desde arriba`,
  cropApply: "Usar esta parte",
};
