import type { Labels } from "../en/en.ts";
import { form } from "./form.ts";
import { count, digits, list, number } from "./grammar.ts";
import { history } from "./history.ts";
import { image } from "./image.ts";
import { models } from "./models.ts";
import { result } from "./result.ts";

export const de: Labels = {
  credits: {
    left: (amount) => `Noch ${amount} Credits`,
    low: (amount) => `Nur noch ${amount} Credits`,
    becameLow: (amount) => `Die Credits werden knapp: noch ${amount}.`,
    estimate: (amount) => `Etwa ${amount} Credits pro Durchlauf`,
    estimateAtStart: (amount) =>
      `Etwa ${amount} Credits pro Durchlauf mit den anfänglichen Einstellungen. Mit deinen kann es mehr oder weniger kosten.`,
    tooLow: (left, needed) =>
      `Ein Durchlauf kostet etwa ${needed} Credits, und es sind noch ${left} da. Es würde nichts erstellt.`,
  },
  form,
  history,
  image,
  models,
  prompt: {
    count: (words, characters) =>
      [count(words, { one: "# Wort", other: "# Wörter" }), `${number(characters)} Zeichen`].join(
        ", ",
      ),
    tokens: (about, limit) => `etwa ${digits(about)} von ${digits(limit)} Token`,
    tooManyTokens: (about, limit) =>
      `etwa ${digits(about)} Token: Das Modell liest ${digits(limit)} auf einmal, was zuletzt kommt, zählt vielleicht wenig`,
    weightKeys: "Strg oder ⌘ mit ↑ oder ↓ gibt dem Wort am Cursor mehr oder weniger Gewicht.",
    weightChanged: (phrase, weight) => `„${phrase}“ hat jetzt das Gewicht ${number(weight)}.`,
    noWordAtCursor: "Am Cursor steht kein Wort, das sich gewichten lässt.",

    recent: "Zuletzt",
    recentOf: (field) => `Zuletzt verwendete Texte: ${field}`,
    recentUsed: "Der frühere Text wurde eingesetzt.",

    empty: "Leer",

    recipeQuestion: "Formular mit diesem Rezept ausfüllen?",
    recipeFields: (fields) => `Es setzt ${list(fields)}.`,
    recipeRest:
      "Alle anderen Einstellungen werden auf die Standardwerte des Modells zurückgesetzt.",
    recipeUnused: (items) => `Dieses Modell kann damit nichts anfangen: ${list(items)}.`,
    recipeMore: (items) => `${digits(items)} weitere`,
    recipeFill: "Formular ausfüllen",
    recipePaste: "Als Text einfügen",
    recipeFilled: (fields) =>
      count(fields, {
        one: "# Feld wurde aus dem Rezept ausgefüllt.",
        other: "# Felder wurden aus dem Rezept ausgefüllt.",
      }),
    recipeUndo: "Rückgängig",
    recipeUndone: "Das Formular ist wieder, wie es vor dem Rezept war.",
    recipeDismiss: "Schließen",
    recipeNone: "In dieser Datei steckt kein Rezept.",
  },
  result,
  studio: {
    history: "Verlauf",
    historyLoadFailed:
      "Der Verlauf lässt sich gerade nicht laden. Deine Durchläufe bleiben erhalten; versuche es erneut.",
    shortcuts: "Kürzel",
    shortcutActions: {
      generate: "Generieren, von überall im Formular",
      moreWeight: "Prompt: mehr Gewicht für die Wörter am Cursor",
      lessWeight: "Prompt: weniger Gewicht für die Wörter am Cursor",
      shortcuts: "Diese Liste",
      nextImage: "Vergrößertes Bild: zum nächsten oder verschieben",
      zoom: "Vergrößertes Bild: näher, weiter weg, ganz",
      selectAll: "Verlauf: alle auswählen",
      deleteJobs: "Verlauf: Ausgewähltes löschen",
      undo: "Verlauf: Löschen rückgängig machen",
      close: "Schließen, was offen ist",
    },
    keys: { Ctrl: "Strg", Enter: "Enter", Delete: "Entf", Esc: "Esc" },
  },
  tray: {
    tray: "Deine Bilder",
    finished: (ready) =>
      count(ready, { one: "# Bild ist fertig.", other: "# Bilder sind fertig." }),
    pending: "Wird erstellt",
    offline: "Du bist offline. Es geht von selbst weiter.",
    signedOut: "Melde dich wieder an, um den Stand zu sehen.",
    ready: "Fertig geworden, während du weg warst",
    failed: (charged) => `Fehlgeschlagen. ${charged}.`,
    unknown: "Niemand kann sagen, ob es angenommen wurde. Es läuft vielleicht und ist bezahlt.",
    expired: "Abgelaufen; die Bilder sind weg.",
    untitled: "Ohne Titel",
    stopWatching: "Nicht mehr beobachten",
    show: "Anzeigen",
    check: "Erneut nachsehen",
    sendAgain: "Erneut senden: kostet vielleicht doppelt",
    generateAgain: "Neu erstellen: kostet noch einmal",
    tryAgain: "Erneut versuchen",
    remove: "Vergessen",
    forJob: (action, prompt) => `${action}: ${prompt}`,
    chooseAgain: "Das war zu groß zum Aufbewahren. Wähle es erneut.",
  },
};
