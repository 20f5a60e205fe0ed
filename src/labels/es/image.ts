import type { Labels } from "../en/en.ts";
import { digits } from "./grammar.ts";

export const image: Labels["image"] = {
  dropHere: "Suelta la imagen aquí",
  camera: "Tomar una foto",
  remove: "Quitar",
  show: "Mostrar vista previa",
  alt: (field) => `${field}: vista previa`,
  previewUnavailable:
    "La vista previa de esta imagen no está disponible. Puede que el servicio sí pueda usarla.",
  fetchedByService: "El servicio descargará esta imagen cuando generes.",

  unnamed: "Imagen pegada",
  imageInfo: (width, height, size) => `${digits(width)} × ${digits(height)}, ${size}`,
  resized: (before, after) => `${before} → ${after}`,

  steps: {
    checking: "Comprobando la imagen…",
    shrinking: "Cambiando el tamaño…",
    uploading: "Subiendo…",
  },
  uploaded: (percent) => `Subiendo, ${percent}`,
  stillPreparing: "La imagen todavía se está preparando.",
  cancel: "Cancelar",
  tryAgain: "Reintentar",
  dismiss: "Descartar",
  failures: {
    "not-an-image": (name) =>
      `«${name}» no es una imagen compatible. Elige un archivo PNG, JPEG, WebP, AVIF o GIF.`,
    heic: (name) =>
      `«${name}» es una foto HEIC, que este navegador no puede leer. Guárdala antes como JPEG o configura la cámara en «Más compatible».`,
    "too-many-pixels": (name) =>
      `«${name}» es demasiado grande para este dispositivo. Reduce su tamaño e inténtalo de nuevo.`,
    unreadable: (name) =>
      `No se pudo leer «${name}». Puede que esté dañado o sea demasiado grande para este dispositivo. Elige otro archivo o una copia más pequeña.`,
    empty: (name) => `«${name}» está vacío. Elige otro archivo.`,
    "not-an-address": () => "Esta no es la URL de una imagen. Debe empezar por https:// o http://.",
    upload: (name) => `No se pudo subir «${name}».`,
  },

  crop: "Recortar",
  cropFrame: "Área de recorte",
  cropHint: "Arrastra o usa las flechas para mover. Pellizca o pulsa + y − para acercar o alejar.",
  cropMove: {
    left: "Mover a la izquierda",
    right: "Mover a la derecha",
    up: "Mover hacia arriba",
    down: "Mover hacia abajo",
  },
  cropShape: "Relación de aspecto",
  cropFull: "La original",
  cropRatio: (width, height) => `${digits(width)}:${digits(height)}`,
  cropZoom: "Zoom",
  cropPosition: (fromLeft, fromTop) => `${fromLeft} desde la izquierda, ${fromTop} desde arriba`,
  cropApply: "Aplicar recorte",
};
