import type { Labels } from "../en/en.ts";
import { digits } from "./grammar.ts";

export const generateImage: Labels["generateImage"] = {
  generate: "Generar una imagen",
  change: "Cambiar",
  required: "Añade una imagen.",
  noAlt: "Sin texto alternativo",
  added: "Imagen añadida.",
  removed: "Imagen quitada.",
  pending: "Tu imagen todavía se está generando.",
  showProgress: "Ver progreso",
  ready: "Tu imagen está lista.",
  showImages: "Elegir imagen",

  keepsRunning: "Puedes cerrar esta ventana. Tu imagen se seguirá generando.",
  choices: "Imágenes generadas",
  next: "Continuar",
  readFailed: "No se pudo cargar la imagen. Comprueba tu conexión e inténtalo de nuevo.",

  finish: "Últimos ajustes",
  outputSize: (width, height) => `${digits(width)} × ${digits(height)} px`,
  enlarged: (width, height) =>
    `Esta área mide menos de ${digits(width)} × ${digits(height)} px. La imagen se ampliará y puede verse borrosa.`,
  alt: "Texto alternativo",
  altHelp:
    "Describe la imagen para quienes no pueden verla. Déjalo en blanco si solo es decorativa.",
  back: "Atrás",
  use: "Usar imagen",
  tooManyBytes: (size) => `La imagen pesa más de ${size} incluso comprimida. Elige otra imagen.`,
  storeFailed: "No se pudo guardar la imagen. Inténtalo de nuevo.",
};
