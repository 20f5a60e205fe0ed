import type { Labels } from "../en/en.ts";
import { digits } from "./grammar.ts";

export const image: Labels["image"] = {
  dropHere: "Bild hier ablegen",
  camera: "Foto aufnehmen",
  remove: "Entfernen",
  show: "Vorschau anzeigen",
  alt: (field) => `${field}: Vorschau`,
  previewUnavailable:
    "Für dieses Bild gibt es hier keine Vorschau. Der Dienst kann es eventuell trotzdem verwenden.",
  fetchedByService: "Der Dienst lädt dieses Bild herunter, wenn du generierst.",

  unnamed: "Eingefügtes Bild",
  imageInfo: (width, height, size) => `${digits(width)} × ${digits(height)}, ${size}`,
  resized: (before, after) => `${before} → ${after}`,

  steps: {
    checking: "Bild wird geprüft …",
    shrinking: "Größe wird angepasst …",
    uploading: "Wird hochgeladen …",
  },
  uploaded: (percent) => `Wird hochgeladen, ${percent}`,
  stillPreparing: "Das Bild wird noch vorbereitet.",
  cancel: "Abbrechen",
  tryAgain: "Erneut versuchen",
  dismiss: "Schließen",
  failures: {
    "not-an-image": (name) =>
      `„${name}“ hat kein unterstütztes Bildformat. Wähle eine PNG-, JPEG-, WebP-, AVIF- oder GIF-Datei.`,
    heic: (name) =>
      `„${name}“ ist ein HEIC-Foto, das dieser Browser nicht lesen kann. Speichere es zuerst als JPEG oder stelle deine Kamera auf „Maximale Kompatibilität“.`,
    "too-many-pixels": (name) =>
      `„${name}“ ist zu groß für dieses Gerät. Verkleinere das Bild und versuche es erneut.`,
    unreadable: (name) =>
      `„${name}“ konnte nicht gelesen werden. Die Datei ist eventuell beschädigt oder zu groß für dieses Gerät. Wähle eine andere Datei oder eine kleinere Kopie.`,
    empty: (name) => `„${name}“ ist leer. Wähle eine andere Datei.`,
    "not-an-address": () => "Das ist keine Bild-URL. Bild-URLs beginnen mit https:// oder http://.",
    upload: (name) => `„${name}“ konnte nicht hochgeladen werden.`,
  },

  crop: "Zuschneiden",
  cropFrame: "Ausschnitt",
  cropHint:
    "Zum Verschieben ziehen oder Pfeiltasten drücken. Zum Zoomen zwei Finger verwenden oder + und − drücken.",
  cropMove: { left: "Nach links", right: "Nach rechts", up: "Nach oben", down: "Nach unten" },
  cropShape: "Seitenverhältnis",
  cropFull: "Original",
  cropRatio: (width, height) => `${digits(width)}:${digits(height)}`,
  cropZoom: "Zoom",
  cropPosition: (fromLeft, fromTop) => `${fromLeft} von links, ${fromTop} von oben`,
  cropApply: "Ausschnitt übernehmen",
};
