import type { Labels } from "../en/en.ts";
import { count, digits } from "./grammar.ts";

export const form: Labels["form"] = {
  generate: "Generieren",
  submitting: "Wird gesendet …",
  offline: "Du bist offline. Generiere erneut, sobald du wieder online bist.",
  modelUnavailable: (model) => `${model} ist nicht verfügbar. Wähle ein anderes Modell.`,
  modelsLoading: "Die Modelle werden noch geladen.",
  rateLimited: (time) => `Zu viele Anfragen. Ab ${time} Uhr kannst du wieder generieren.`,
  tooManyJobs: (runs) =>
    count(runs, {
      one: "Es kann nur eine Generierung gleichzeitig laufen. Warte, bis sie fertig ist.",
      other: "Es können nur # Generierungen gleichzeitig laufen. Warte, bis eine fertig ist.",
    }),
  fix: (fields) =>
    count(fields, {
      one: "# Feld muss korrigiert werden:",
      other: "# Felder müssen korrigiert werden:",
    }),
  advanced: "Weitere Einstellungen",
  tryExample: "Beispiel ausprobieren",
  groups: {
    sampling: "Sampling",
    refiner: "Refiner",
    output: "Ausgabe",
  },
  affectsPrice: "Beeinflusst den Preis",
  about: (field) => `Infos zu „${field}“`,
  sliderOf: (field) => `${field} anpassen`,

  range: (min, max) => `${digits(min)} bis ${digits(max)}`,
  atLeast: (min) => `${digits(min)} oder mehr`,
  atMost: (max) => `${digits(max)} oder weniger`,
  withUnit: (numbers, unit) => `${numbers} ${unit}`,
  withStep: (range, step) =>
    range === undefined
      ? `In Schritten von ${digits(step)}`
      : `${range}, in Schritten von ${digits(step)}`,
  modelDefault: "Standard",
  choose: "Auswählen …",
  uncheckedValue: (value) => `„${value}“ steht nicht in der Liste und wird unverändert gesendet.`,
  showOptions: (field) => `Optionen anzeigen: ${field}`,
  noMatchingOption: "Keine Treffer. Deine Eingabe wird unverändert verwendet.",

  randomEachTime: "Jedes Mal zufällig",
  newSeed: "Neuer zufälliger Seed",
  seedLower: "Seed verringern",
  seedHigher: "Seed erhöhen",
  lastSeed: (seed) => `Zuletzt verwendet: ${seed}`,

  size: "Größe",
  aspectRatios: "Seitenverhältnis",
  pixels: "px",

  styleSearch: "Stile suchen",
  styleCategories: "Kategorien",
  styleAll: "Alle",
  styleCount: (styles) => count(styles, { one: "# Stil", other: "# Stile" }),
  noStyle: (query) => `Keine Stile für „${query}“ gefunden.`,
  similarStyles: (query) => `Keine Stile für „${query}“ gefunden. Ähnliche Stile:`,
  customStyle: (value) => `„${value}“ als eigenen Stil verwenden`,
  styleIllustrations: "Dies sind Illustrationen. Generierte Bilder sehen anders aus.",

  favorites: "Favoriten",
  recent: "Zuletzt verwendet",
  favorite: "Favorit",
  toggleFavorite: (name) => `Favorit: ${name}`,

  image: {
    address: (field) => `${field}: URL`,
    drop: "Bild hierher ziehen oder einfügen",
    browse: "Datei auswählen",
    pasteUrl: "oder URL einfügen",
    replace: "Ersetzen",
  },
};
