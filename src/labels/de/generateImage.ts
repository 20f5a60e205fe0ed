import type { Labels } from "../en/en.ts";
import { digits } from "./grammar.ts";

export const generateImage: Labels["generateImage"] = {
  generate: "Bild generieren",
  change: "Ändern",
  required: "Füge ein Bild hinzu.",
  noAlt: "Kein Alternativtext",
  added: "Bild hinzugefügt.",
  removed: "Bild entfernt.",
  pending: "Dein Bild wird noch generiert.",
  showProgress: "Fortschritt anzeigen",
  ready: "Dein Bild ist fertig.",
  showImages: "Bild auswählen",

  keepsRunning: "Du kannst den Dialog schließen. Dein Bild wird weiter generiert.",
  choices: "Generierte Bilder",
  next: "Weiter",
  readFailed:
    "Das Bild konnte nicht geladen werden. Prüfe deine Verbindung und versuche es erneut.",

  finish: "Bild fertigstellen",
  outputSize: (width, height) => `${digits(width)} × ${digits(height)} px`,
  enlarged: (width, height) =>
    `Dieser Ausschnitt ist kleiner als ${digits(width)} × ${digits(height)} px. Das Bild wird vergrößert und kann unscharf wirken.`,
  alt: "Alternativtext",
  altHelp:
    "Beschreibe das Bild für Menschen, die es nicht sehen können. Lass das Feld leer, wenn das Bild nur dekorativ ist.",
  back: "Zurück",
  use: "Bild verwenden",
  tooManyBytes: (size) =>
    `Das Bild ist auch komprimiert größer als ${size}. Wähle ein anderes Bild.`,
  storeFailed: "Das Bild konnte nicht gespeichert werden. Versuche es erneut.",
};
