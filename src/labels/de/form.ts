import type { Labels } from "../en/en.ts";
import { count, digits } from "./grammar.ts";

export const form: Labels["form"] = {
  generate: "Generieren",
  submitting: "Wird gesendet …",
  offline: "Du bist offline. Generiere erneut, sobald die Verbindung wieder da ist.",
  modelUnavailable: (model) => `${model} steht hier nicht zur Verfügung. Wähle ein anderes Modell.`,
  modelsLoading: "Die Modelle werden geladen. Danach kannst du generieren.",
  rateLimited: (time) => `Das war viel auf einmal. Ab ${time} kannst du wieder generieren.`,
  tooManyJobs: (runs) =>
    count(runs, {
      one: "Ein Durchlauf ist im Gange, und mehr als einer ist nicht erlaubt. Generiere erneut, sobald er fertig ist.",
      other:
        "# Durchläufe sind im Gange, und mehr sind nicht erlaubt. Generiere erneut, sobald einer davon fertig ist.",
    }),
  fix: (fields) =>
    count(fields, {
      one: "Sieh dir ein Feld noch einmal an:",
      other: "Sieh dir # Felder noch einmal an:",
    }),
  advanced: "Erweiterte Einstellungen",
  groups: {
    sampling: "Sampling",
    refiner: "Refiner",
    output: "Ausgabe",
  },
  affectsPrice: "Beeinflusst den Preis",

  range: (min, max) => `${digits(min)} bis ${digits(max)}`,
  atLeast: (min) => `${digits(min)} oder mehr`,
  atMost: (max) => `${digits(max)} oder weniger`,
  withUnit: (numbers, unit) => `${numbers} ${unit}`,
  withStep: (range, step) =>
    range === undefined
      ? `In Schritten von ${digits(step)}`
      : `${range}, in Schritten von ${digits(step)}`,
  modelDefault: "Modellvorgabe",
  choose: "Wählen …",
  uncheckedValue: (value) => `„${value}“ steht nicht in der Liste und wird ungeprüft so gesendet.`,
  showOptions: (field) => `Liste anzeigen: ${field}`,
  noMatchingOption: "Nichts in der Liste passt. Es gilt, was du eingegeben hast.",

  randomEachTime: "Jedes Mal zufällig",
  newSeed: "Neuer zufälliger Seed",
  seedLower: "Eins niedriger",
  seedHigher: "Eins höher",
  lastSeed: (seed) => `Zuletzt verwendet: ${seed}`,

  size: "Größe",
  fixedSize: (width, height) =>
    `${digits(width)} × ${digits(height)} px, die einzige Größe dieses Modells`,
  aspectRatios: "Format",
  pixels: "px",

  styleSearch: "Stile suchen",
  styleCategories: "Kategorien",
  styleAll: "Alle",
  styleCount: (styles) => count(styles, { one: "# Stil", other: "# Stile" }),
  noStyle: (query) => `Kein Stil heißt „${query}“.`,
  similarStyles: (query) => `Kein Stil heißt „${query}“. Am ähnlichsten:`,
  customStyle: (value) => `„${value}“ ungeprüft verwenden`,

  favorites: "Favoriten",
  recent: "Zuletzt",
  favorite: "Favorit",
  toggleFavorite: (name) => `Favorit: ${name}`,
};
