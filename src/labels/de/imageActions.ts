import type { Labels } from "../en/en.ts";
import { list, number } from "./grammar.ts";

export const position = (index: number, count: number): string =>
  `Bild ${number(index + 1)} von ${number(count)}`;

export const imageActions: Labels["imageActions"] = {
  vary: "Variieren",
  newSeed: "Neuer Seed",
  startFrom: "Als Ausgangsbild verwenden",
  upscale: "Hochskalieren",
  generateAgain: "Neu generieren",
  useImage: "Bild verwenden",
  moreActions: "Weitere Aktionen",
  generateWith: "Generieren mit",
  withoutSettings: (fields) => `Ohne ${list(fields)}`,
  compareWith: "Vergleichen mit",
  anotherGeneration: "Andere Generierung…",
  swap: "Seiten tauschen",
  before: "Vorher",
  after: "Nachher",
  compare: "Vergleich",
  compareSlider: "Vergleichsregler",
  compareShare: (percent, before) => `${before}: ${percent}`,
  sideBySide: "Nebeneinander",
  inputAlt: "Ausgangsbild",
  enlarged: "Vergrößertes Bild",
  previous: "Vorheriges Bild",
  next: "Nächstes Bild",
  position,
  zoomControls: "Zoom",
  zoomIn: "Vergrößern",
  zoomOut: "Verkleinern",
  fit: "Eingepasst",
  fitToScreen: "An Bildschirm anpassen",
  zoomFit: (percent) => `${percent}, an Bildschirm anpassen`,
  zoomedTo: (percent) => `Zoom: ${percent}`,
};
