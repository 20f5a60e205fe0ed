import { createGrammar } from "../createGrammar.ts";
import type { Labels } from "../labels.ts";

const { count, number } = createGrammar("de");

export const history: Labels["history"] = {
  history: "Verlauf",
  search: "Verlauf durchsuchen",
  model: "Modell",
  allModels: "Alle Modelle",
  starredOnly: "Markierte",
  count: (found, total) =>
    found === total
      ? count(total, { one: "# Durchlauf", other: "# Durchläufe" })
      : `${number(found)} von ${count(total, { one: "# Durchlauf", other: "# Durchläufen" })}`,
  empty: "Was du generierst, wird hier aufbewahrt.",
  nothingFound: "Nichts passt.",
  showAll: "Alle anzeigen",

  selected: (runs) => `${number(runs)} ausgewählt`,
  selectAll: "Alle auswählen",
  clearSelection: "Auswahl aufheben",
  star: "Markieren",
  unstar: "Markierung aufheben",
  download: "Herunterladen",
  downloading: (done, all) => `${number(done)} von ${number(all)} wird geladen`,
  stop: "Anhalten",
  downloaded: (pictures) =>
    count(pictures, { one: "# Bild gespeichert.", other: "# Bilder gespeichert." }),
  notDownloaded: (pictures) =>
    count(pictures, {
      one: "# Bild war nicht zu bekommen:",
      other: "# Bilder waren nicht zu bekommen:",
    }),
  nothingToDownload: "Keiner dieser Durchläufe hat noch ein Bild.",
  zipName: "bilder",
  forget: "Löschen",
  forgotten: (runs) =>
    count(runs, { one: "# Durchlauf gelöscht.", other: "# Durchläufe gelöscht." }),
  keptRunning: (runs) =>
    count(runs, {
      one: "# ist noch im Gange und bleibt.",
      other: "# sind noch im Gange und bleiben.",
    }),
  undo: "Rückgängig",
  undone: (runs) =>
    count(runs, { one: "# Durchlauf ist wieder da.", other: "# Durchläufe sind wieder da." }),

  select: (prompt) => `Auswählen: ${prompt}`,
  starOne: (prompt) => `Markieren: ${prompt}`,
  useAgain: "Wiederverwenden",
  makeAgain: "Neu erstellen: kostet noch einmal",
  ofRun: (action, prompt) => `${action}: ${prompt}`,
  untitled: "Ohne Titel",
  pictures: (pictures) => count(pictures, { one: "# Bild", other: "# Bilder" }),
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
