import type { Labels } from "../en/en.ts";
import { count } from "./grammar.ts";

export const settings: Labels["settings"] = {
  seedLocked: (seed) => `Semilla fija: ${seed}`,
  unlockSeed: "Usar una semilla aleatoria",

  repeat:
    "Ya generaste esto con la misma semilla. Obtendrías la misma imagen y se te cobraría otra vez.",
  repeatNewSeed: "Usar otra semilla",
  repeatAnyway: "Generar de todos modos",

  reuseWithSeed: "Reutilizar con semilla",
  applied: "Ajustes aplicados.",
  started: (model) => `Imagen de partida añadida. Modelo: ${model}.`,
  startRemoved: (model) => `Imagen de partida quitada. Modelo: ${model}.`,
  undo: "Deshacer",
  undone: "Se restauraron tus ajustes anteriores.",

  presets: "Preajustes",
  batch: "Lote",
  batchWaiting: (waiting) =>
    count(waiting, { one: "# generación en espera", other: "# generaciones en espera" }),
  loadFailed: "No se pudo cargar. Inténtalo de nuevo.",
};
