import type { Labels } from "../en/en.ts";
import { digits } from "./grammar.ts";

export const image: Labels["image"] = {
  address: (field) => `${field}: Adresse`,
  drop: "Zieh ein Bild hierher, füge es ein, gib seine Adresse an oder wähle eine Datei.",
  dropHere: "Bild hier ablegen",
  browse: "Datei wählen",
  camera: "Foto aufnehmen",
  replace: "Ersetzen",
  remove: "Entfernen",
  show: "Vorschau anzeigen",
  alt: (field) => `${field}: Vorschau`,
  previewUnavailable:
    "Diese Adresse lässt sich hier nicht anzeigen. Der Dienst kann sie vielleicht trotzdem lesen.",
  fetchedByService: "Der Dienst ruft diese Adresse ab, sobald du generierst.",

  unnamed: "Eingefügtes Bild",
  imageInfo: (width, height, size) => `${digits(width)} × ${digits(height)}, ${size}`,
  resized: (before, after) => `${before} → ${after}`,

  steps: {
    checking: "Bild wird geprüft …",
    shrinking: "Bild wird ans Modell angepasst …",
    uploading: "Wird hochgeladen …",
  },
  uploaded: (percent) => `Wird hochgeladen, ${percent}`,
  stillPreparing: "Das Bild wird noch vorbereitet.",
  cancel: "Abbrechen",
  tryAgain: "Erneut versuchen",
  dismiss: "Schließen",
  failures: {
    "not-an-image": (name) =>
      `„${name}“ ist kein Bild, das sich verwenden lässt. Wähle eine PNG-, JPEG-, WebP-, AVIF- oder GIF-Datei.`,
    heic: (name) =>
      `„${name}“ ist ein HEIC-Foto, das dieser Browser nicht lesen kann. Speichere es zuerst als JPEG oder stelle die Kamera auf „Maximale Kompatibilität“.`,
    "too-many-pixels": (name) =>
      `„${name}“ hat mehr Pixel, als hier in den Speicher passen. Verkleinere das Bild in einer Foto-App und wähle es dann erneut.`,
    unreadable: (name) =>
      `„${name}“ konnte nicht gelesen werden: Die Datei ist beschädigt oder zu groß für dieses Gerät. Wähle eine andere Datei oder eine kleinere Kopie.`,
    empty: (name) => `„${name}“ ist leer. Wähle die Datei erneut oder nimm eine andere.`,
    "not-an-address": () =>
      "Das ist keine Bildadresse. Eine Adresse beginnt mit https:// oder http://.",
    upload: (name) => `„${name}“ konnte nicht hochgeladen werden.`,
  },

  crop: "Zuschneiden",
  cropFrame: "Ausschnitt des Bildes",
  cropHint:
    "Zum Verschieben ziehen oder die Pfeiltasten verwenden; zum Zoomen zwei Finger oder + und −.",
  cropShape: "Format",
  cropFull: "Ganzes Bild",
  cropRatio: (width, height) => `${digits(width)}:${digits(height)}`,
  cropZoom: "Zoom",
  cropPosition: (fromLeft, fromTop) => `${fromLeft} von links, ${fromTop} von oben`,
  cropApply: "Ausschnitt verwenden",
};
