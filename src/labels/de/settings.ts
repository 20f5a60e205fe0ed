import type { Labels } from "../en/en.ts";
import { count } from "./grammar.ts";

export const settings: Labels["settings"] = {
  seedLocked: (seed) => `Fester Seed: ${seed}`,
  unlockSeed: "Zufälligen Seed verwenden",

  repeat:
    "Das hast du mit demselben Seed schon generiert. Du bekämst dasselbe Bild, und es entstünden erneut Kosten.",
  repeatNewSeed: "Neuen Seed verwenden",
  repeatAnyway: "Trotzdem generieren",

  reuseWithSeed: "Mit Seed wiederverwenden",
  applied: "Einstellungen übernommen.",
  started: (model) => `Ausgangsbild hinzugefügt. Modell: ${model}.`,
  startRemoved: (model) => `Ausgangsbild entfernt. Modell: ${model}.`,
  undo: "Rückgängig",
  undone: "Deine vorherigen Einstellungen sind wieder da.",

  presets: "Vorlagen",
  batch: "Serie",
  batchWaiting: (waiting) =>
    count(waiting, { one: "# Generierung wartet", other: "# Generierungen warten" }),
  loadFailed: "Das konnte nicht geladen werden. Versuche es erneut.",
};
