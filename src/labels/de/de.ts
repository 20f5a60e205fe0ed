import type { Labels } from "../en/en.ts";
import { credits } from "./credits.ts";
import { form } from "./form.ts";
import { generateImage } from "./generateImage.ts";
import { count, digits, list, number } from "./grammar.ts";
import { history } from "./history.ts";
import { image } from "./image.ts";
import { imageActions } from "./imageActions.ts";
import { models } from "./models.ts";
import { presets } from "./presets.ts";
import { queue } from "./queue.ts";
import { result } from "./result.ts";
import { settings } from "./settings.ts";

export const de: Labels = {
  credits,
  form,
  generateImage,
  history,
  image,
  imageActions,
  models,
  prompt: {
    placeholders: {
      "text-to-image": "Beschreibe dein Bild …",
      "image-to-image": "Beschreibe, was sich ändern soll …",
    },
    negativePlaceholder: "Was vermieden werden soll …",
    clear: "Prompt leeren",

    count: (words, characters) =>
      [count(words, { one: "# Wort", other: "# Wörter" }), `${number(characters)} Zeichen`].join(
        ", ",
      ),
    tokens: (about, limit) => `etwa ${digits(about)} von ${digits(limit)} Token`,
    tooManyTokens: (about, limit) =>
      `etwa ${digits(about)} von ${digits(limit)} Token. Das Ende deines Prompts wird eventuell ignoriert.`,
    weightKeys: "Strg oder ⌘ mit ↑ oder ↓ ändert das Gewicht des Worts am Cursor.",
    weightChanged: (phrase, weight) => `Gewicht von „${phrase}“: ${number(weight)}.`,
    noWordAtCursor: "Setze den Cursor zuerst auf ein Wort.",

    recent: "Zuletzt verwendet",
    recentOf: (field) => `Zuletzt verwendete Texte: ${field}`,
    recentUsed: "Zuletzt verwendeter Text eingefügt.",

    empty: "Leer",

    recipeQuestion: "Diese Einstellungen übernehmen?",
    recipeFields: (fields) => `Enthält: ${list(fields)}.`,
    recipeRest:
      "Alle anderen Einstellungen werden auf die Standardwerte des Modells zurückgesetzt.",
    recipeUnused: (items) => `Von diesem Modell nicht unterstützt: ${list(items)}.`,
    recipeMore: (items) => `${digits(items)} weitere`,
    recipeFill: "Übernehmen",
    recipePaste: "Als Text einfügen",
    recipeFilled: (fields) =>
      count(fields, {
        one: "# Einstellung übernommen.",
        other: "# Einstellungen übernommen.",
      }),
    recipeUndo: "Rückgängig",
    recipeUndone: "Änderungen rückgängig gemacht.",
    recipeDismiss: "Schließen",
    recipeNone: "Keine Einstellungen in dieser Datei gefunden.",
  },
  result,
  shortcuts: {
    generate: "Überall im Formular: generieren",
    moreWeight: "Prompt: Gewicht eines Worts erhöhen",
    lessWeight: "Prompt: Gewicht eines Worts verringern",
    shortcuts: "Tastenkürzel anzeigen",
    compare: "Frühere Generierungen: mit der angezeigten vergleichen",
    nextImage: "Vergrößertes Bild: nächstes Bild oder verschieben",
    zoom: "Vergrößertes Bild: heranzoomen, herauszoomen, einpassen",
    selectAll: "Verlauf: alle auswählen",
    deleteJobs: "Verlauf: Auswahl löschen",
    undo: "Verlauf: Löschen rückgängig machen",
    close: "Schließen",
  },
  studio: {
    settings: "Einstellungen",
    result: "Ergebnis",
    resetSettings: "Einstellungen zurücksetzen",
    settingsReset: "Einstellungen auf die Standardwerte zurückgesetzt.",
    leftOut: (fields, model) =>
      fields.length === 1
        ? `${list(fields)} ist in ${model} nicht verfügbar und wurde weggelassen.`
        : `${list(fields)} sind in ${model} nicht verfügbar und wurden weggelassen.`,
    setToDefault: (fields, model) =>
      fields.length === 1
        ? `${list(fields)} wurde auf den Standardwert von ${model} gesetzt.`
        : `${list(fields)} wurden auf die Standardwerte von ${model} gesetzt.`,
    history: "Verlauf",
    historyLoadFailed:
      "Der Verlauf konnte nicht geladen werden. Deine Bilder bleiben erhalten. Versuche es erneut.",
    shortcuts: "Tastenkürzel",
    hide: "Ausblenden",
    hideHelp: "Ausblenden. Die Generierung läuft weiter.",
    keys: { Ctrl: "Strg", Shift: "Umschalt", Enter: "Enter", Delete: "Entf", Esc: "Esc" },
  },
  tray: {
    tray: "Deine Bilder",
    finished: (ready) =>
      count(ready, { one: "# Generierung ist fertig.", other: "# Generierungen sind fertig." }),
    pending: "Wird generiert …",
    offline: "Du bist offline. Den aktuellen Stand siehst du, sobald du wieder online bist.",
    signedOut: "Melde dich an, um den Fortschritt zu sehen.",
    ready: "Fertig geworden, während du weg warst",
    failed: (charged) => `Fehlgeschlagen. ${charged}.`,
    stopped: (charged) => `Gestoppt. ${charged}.`,
    unknown: "Nicht bestätigt. Dein Bild wird eventuell generiert und abgerechnet.",
    expired: "Abgelaufen. Die Bilder sind nicht mehr verfügbar.",
    untitled: "Ohne Titel",
    stopWatching: "Nicht mehr verfolgen",
    show: "Anzeigen",
    remove: "Löschen",
    forJob: (action, prompt) => `${action}: ${prompt}`,
    chooseAgain: "Das war zu groß zum Speichern. Wähle es erneut aus.",
  },
  settings,
  presets,
  queue,
};
