import type { Labels } from "../en/en.ts";
import { count, number } from "./grammar.ts";

export const history: Labels["history"] = {
  history: "Verlauf",
  search: "Verlauf durchsuchen",
  model: "Modell",
  allModels: "Alle Modelle",
  favoritesOnly: "Markierte",
  count: (found, total) =>
    found === total
      ? count(total, { one: "# Durchlauf", other: "# Durchläufe" })
      : `${number(found)} von ${count(total, { one: "# Durchlauf", other: "# Durchläufen" })}`,
  empty: "Was du generierst, wird hier aufbewahrt.",
  noMatches: "Nichts passt.",
  showAll: "Alle anzeigen",

  selected: (runs) => `${number(runs)} ausgewählt`,
  selectAll: "Alle auswählen",
  clearSelection: "Auswahl aufheben",
  addFavorite: "Markieren",
  removeFavorite: "Markierung aufheben",
  download: "Herunterladen",
  downloading: (done, all) => `${number(done)} von ${number(all)} wird geladen`,
  stop: "Anhalten",
  downloaded: (images) =>
    count(images, { one: "# Bild gespeichert.", other: "# Bilder gespeichert." }),
  downloadFailed: (images) =>
    count(images, {
      one: "# Bild war nicht zu bekommen:",
      other: "# Bilder waren nicht zu bekommen:",
    }),
  nothingToDownload: "Keiner dieser Durchläufe hat noch ein Bild.",
  zipName: "bilder",
  remove: "Löschen",
  removed: (runs) => count(runs, { one: "# Durchlauf gelöscht.", other: "# Durchläufe gelöscht." }),
  keptPending: (runs) =>
    count(runs, {
      one: "# ist noch im Gange und bleibt.",
      other: "# sind noch im Gange und bleiben.",
    }),
  undo: "Rückgängig",
  restored: (runs) =>
    count(runs, { one: "# Durchlauf ist wieder da.", other: "# Durchläufe sind wieder da." }),

  select: (prompt) => `Auswählen: ${prompt}`,
  favoriteOne: (prompt) => `Markieren: ${prompt}`,
  useAgain: "Wiederverwenden",
  generateAgain: "Neu erstellen: kostet noch einmal",
  forJob: (action, prompt) => `${action}: ${prompt}`,
  untitled: "Ohne Titel",
  images: (images) => count(images, { one: "# Bild", other: "# Bilder" }),
  status: {
    idle: "",
    submitting: "Wird gesendet",
    queued: "Wartet",
    processing: "Wird gezeichnet",
    completed: "",
    failed: "Fehlgeschlagen",
    unknown: "Ausgang unbekannt",
    expired: "Abgelaufen: Die Bilder sind weg",
  },
};
