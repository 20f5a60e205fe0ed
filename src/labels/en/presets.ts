import { count } from "./grammar.ts";

export const presets = {
  title: "Presets",
  empty: "No presets yet. Save your current settings to use them again later.",
  suggested: "Suggested",
  own: "Yours",
  save: "Save",
  cancel: "Cancel",
  saveCurrent: "Save current settings",
  name: "Preset name",
  includePrompt: "Include the prompt",
  saved: (name: string) => `“${name}” saved.`,
  applied: (name: string) => `“${name}” applied.`,
  rename: (name: string) => `Rename “${name}”`,
  remove: (name: string) => `Delete “${name}”`,
  removed: (name: string) => `“${name}” deleted.`,
  undo: "Undo",
  nameMissing: "Enter a name.",
  nameTaken: (name: string) => `You already have a preset named “${name}”.`,
  tooMany: (most: number) =>
    count(most, {
      one: "You can save one preset. Delete it first.",
      other: "You can save up to # presets. Delete one first.",
    }),
  full: "Your browser’s storage is full, so the preset wasn’t saved. Delete some images from your history, then try again.",
};
