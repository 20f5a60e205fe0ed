import type { Labels } from "../en/en.ts";
import { count } from "./grammar.ts";

export const presets: Labels["presets"] = {
  title: "Vorlagen",
  empty:
    "Noch keine Vorlagen. Speichere deine aktuellen Einstellungen, um sie wieder zu verwenden.",
  suggested: "Vorschläge",
  own: "Deine Vorlagen",
  save: "Speichern",
  cancel: "Abbrechen",
  saveCurrent: "Aktuelle Einstellungen speichern",
  name: "Name der Vorlage",
  includePrompt: "Prompt mit speichern",
  saved: (name) => `„${name}“ gespeichert.`,
  applied: (name) => `„${name}“ übernommen.`,
  rename: (name) => `„${name}“ umbenennen`,
  remove: (name) => `„${name}“ löschen`,
  removed: (name) => `„${name}“ gelöscht.`,
  undo: "Rückgängig",
  nameMissing: "Gib einen Namen ein.",
  nameTaken: (name) => `Du hast schon eine Vorlage mit dem Namen „${name}“.`,
  tooMany: (most) =>
    count(most, {
      one: "Du kannst nur eine Vorlage speichern. Lösche sie zuerst.",
      other: "Du kannst bis zu # Vorlagen speichern. Lösche zuerst eine.",
    }),
  full: "Der Speicher deines Browsers ist voll, daher wurde die Vorlage nicht gespeichert. Lösche Bilder aus deinem Verlauf und versuche es erneut.",
};
