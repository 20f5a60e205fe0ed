import type { Labels } from "../en/en.ts";
import { inCredits } from "./credits.ts";
import { count, digits } from "./grammar.ts";

export const queue: Labels["queue"] = {
  title: "Serie",
  prompts: "Prompts, einer pro Zeile",
  promptsHelp: "Alle anderen Einstellungen stammen aus dem Formular.",
  promptsPlaceholder: "ein Leuchtturm in der Dämmerung\nein Rotfuchs im Schnee",
  takes: "Generierungen pro Prompt",
  takesHelp: "Jede Generierung hat einen anderen Seed.",
  models: "Modelle",
  images: (images) => count(images, { one: "# Bild", other: "# Bilder" }),
  generations: (generations) =>
    count(generations, { one: "# Generierung", other: "# Generierungen" }),
  price: (what, amount) => `${what}, etwa ${inCredits(amount)}`,
  start: "Serie starten",
  addMore: "Zur Serie hinzufügen",
  morePrompts: "Weitere Prompts hinzufügen",
  nothing: "Gib mindestens einen Prompt ein.",
  tooMany: (most) => `Eine Serie kann bis zu ${digits(most)} Generierungen enthalten.`,
  invalid: (field, message) => `${field}: ${message}`,

  list: "Generierungen dieser Serie",
  sent: (sent, total) => `${digits(sent)} von ${digits(total)} gesendet`,
  finished: (done, total) => `${digits(done)} von ${digits(total)} fertig`,
  running: "Wird gesendet. Für jede Generierung entstehen beim Senden Kosten.",
  waitsForSlot: "Wartet, bis eine laufende Generierung fertig ist.",
  offline: "Du bist offline. Es geht weiter, sobald du wieder online bist.",
  rateLimited: (time) => `Zu viele Anfragen. Es geht um ${time} weiter.`,
  paused: "Angehalten. Bis du fortfährst, wird nichts mehr gesendet.",
  elsewhere: "Ein anderer Tab sendet diese Serie.",
  pausedBy: (reason) => `Angehalten: ${reason} Bis du fortfährst, wird nichts mehr gesendet.`,
  pausedUnknown:
    "Angehalten, weil eine Anfrage nicht bestätigt wurde. Dafür sind eventuell Kosten entstanden. Sie wird nicht erneut gesendet.",
  done: "Alles wurde gesendet.",
  complete: "Alles ist fertig.",
  showResults: "Ergebnisse ansehen",
  show: "Ergebnis ansehen",
  notStored:
    "Der Speicher deines Browsers ist voll. Wenn du diese Seite schließt, gehen noch nicht gesendete Generierungen verloren.",

  entry: {
    waiting: "Wartet",
    sending: "Wird gesendet …",
    sent: "Gesendet",
    completed: "Fertig",
    failed: "Fehlgeschlagen",
    canceled: "Gestoppt",
    refused: "Nicht angenommen. Keine Kosten entstanden.",
    unknown: "Nicht bestätigt. Eventuell Kosten entstanden.",
    omitted: "Ein Bild war zu groß zum Speichern. Entferne den Eintrag und füge ihn neu hinzu.",
  },
  resume: "Fortfahren",
  stop: "Anhalten",
  retry: "Erneut versuchen",
  edit: "Prompt bearbeiten",
  save: "Speichern",
  cancel: "Abbrechen",
  remove: "Aus der Liste entfernen",
  clear: "Liste leeren",
  forEntry: (action, prompt) => `${action}: ${prompt}`,
};
