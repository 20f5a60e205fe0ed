import { count } from "./grammar.ts";

export const settings = {
  /** Shown beside Generate while the seed is fixed. */
  seedLocked: (seed: string) => `Seed locked: ${seed}`,
  unlockSeed: "Use a random seed",

  repeat:
    "You already generated this with the same seed. You’d get the same image and be charged again.",
  repeatNewSeed: "Use a new seed",
  repeatAnyway: "Generate anyway",

  reuseWithSeed: "Reuse with seed",
  applied: "Settings applied.",
  started: (model: string) => `Start image added. Model: ${model}.`,
  startRemoved: (model: string) => `Start image removed. Model: ${model}.`,
  undo: "Undo",
  undone: "Your previous settings are back.",

  presets: "Presets",
  batch: "Batch",
  batchWaiting: (waiting: number) =>
    count(waiting, { one: "# generation is waiting", other: "# generations are waiting" }),
  loadFailed: "Couldn’t load this. Try again.",
};
