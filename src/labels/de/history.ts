import type { Labels } from "../en/en.ts";
import { count, number } from "./grammar.ts";

export const history: Labels["history"] = {
  history: "Verlauf",
  search: "Prompts und Einstellungen durchsuchen",
  model: "Modell",
  allModels: "Alle Modelle",
  month: "Monat",
  allMonths: "Alle Monate",
  favoritesOnly: "Favoriten",
  count: (found, total) => {
    const all = count(total, { one: "# Generierung", other: "# Generierungen" });
    return found === total ? all : `${number(found)} von ${all}`;
  },
  empty: "Bilder, die du generierst, erscheinen hier.",
  noMatches: "Keine passenden Bilder.",
  noExactMatches: "Keine genauen Treffer. Ähnliche Ergebnisse werden angezeigt.",
  showAll: "Alle anzeigen",

  selected: (runs) => `${number(runs)} ausgewählt`,
  selectAll: "Alle auswählen",
  clearSelection: "Auswahl aufheben",
  compare: "Vergleichen",
  compareWith: "Vergleichen mit…",
  compareWithCurrent: "Mit aktuellem Bild vergleichen",
  addFavorite: "Zu Favoriten hinzufügen",
  removeFavorite: "Aus Favoriten entfernen",
  download: "Herunterladen",
  downloading: (done, all) => `${number(done)} von ${number(all)} heruntergeladen`,
  stop: "Abbrechen",
  downloaded: (images) =>
    count(images, { one: "# Bild heruntergeladen.", other: "# Bilder heruntergeladen." }),
  downloadFailed: (images) =>
    count(images, {
      one: "# Bild konnte nicht heruntergeladen werden:",
      other: "# Bilder konnten nicht heruntergeladen werden:",
    }),
  nothingToDownload: "Keine dieser Generierungen hat ein Bild.",
  zipName: "bilder",
  remove: "Löschen",
  keptPending: (runs) =>
    count(runs, {
      one: "# Generierung läuft noch und wurde nicht gelöscht.",
      other: "# Generierungen laufen noch und wurden nicht gelöscht.",
    }),
  undo: "Rückgängig",
  restored: (runs) =>
    count(runs, {
      one: "# Generierung wiederhergestellt.",
      other: "# Generierungen wiederhergestellt.",
    }),

  select: (prompt) => `Auswählen: ${prompt}`,
  favoriteOne: (prompt) => `Favorit: ${prompt}`,
  useAgain: "Einstellungen wiederverwenden",
  confirmed: "Bestätigt. Dein Bild wird generiert.",
  forJob: (action, prompt) => `${action}: ${prompt}`,
  untitled: "Ohne Titel",
  images: (images) => count(images, { one: "# Bild", other: "# Bilder" }),
  status: {
    idle: "",
    submitting: "Wird gesendet …",
    queued: "In der Warteschlange",
    processing: "Wird generiert …",
    completed: "",
    failed: "Fehlgeschlagen",
    canceled: "Gestoppt",
    unknown: "Nicht bestätigt",
    expired: "Abgelaufen",
  },
  blocked: "Blockiert",
};
