import { list } from "./grammar.ts";

export const studio = {
  settings: "Settings",
  result: "Result",
  resetSettings: "Reset settings",
  settingsReset: "Settings reset to defaults.",
  leftOut: (fields: readonly string[], model: string) =>
    `${list(fields)} ${fields.length === 1 ? "isn’t" : "aren’t"} available in ${model} and ${fields.length === 1 ? "was" : "were"} left out.`,
  setToDefault: (fields: readonly string[], model: string) =>
    `${list(fields)} ${fields.length === 1 ? "was" : "were"} set to the default of ${model}.`,
  history: "History",
  /** Shown if the history's lazy-loaded code fails to load. */
  historyLoadFailed: "Couldn’t load your history. Your images are safe. Try again.",
  shortcuts: "Shortcuts",
  hide: "Hide",
  /** Tooltip of `hide`. */
  hideHelp: "Hide. It keeps running.",
  keys: { Ctrl: "Ctrl", Shift: "Shift", Enter: "Enter", Delete: "Delete", Esc: "Esc" },
};
