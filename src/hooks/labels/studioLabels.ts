export interface StudioLabels {
  readonly history: string;
  /** The list's code could not be loaded. */
  readonly historyMissing: string;
  readonly shortcuts: string;
  /** What a shortcut does, and where. */
  readonly does: Readonly<
    Record<
      | "generate"
      | "moreWeight"
      | "lessWeight"
      | "shortcuts"
      | "nextPicture"
      | "zoom"
      | "selectAll"
      | "deleteRuns"
      | "undo"
      | "close",
      string
    >
  >;
  /** What is printed on keys where the language is spoken. */
  readonly keys: Readonly<Record<"Ctrl" | "Enter" | "Delete" | "Esc", string>>;
}

export const studioLabels: StudioLabels = {
  history: "History",
  historyMissing: "The history can’t be loaded just now. Your runs are kept; try again.",
  shortcuts: "Shortcuts",
  does: {
    generate: "Generate, from anywhere in the form",
    moreWeight: "Prompt: more weight for the words at the cursor",
    lessWeight: "Prompt: less weight for the words at the cursor",
    shortcuts: "This list",
    nextPicture: "Enlarged picture: to the next one, or pan",
    zoom: "Enlarged picture: closer, further, whole",
    selectAll: "History: select all",
    deleteRuns: "History: delete what is selected",
    undo: "History: undo a deletion",
    close: "Close what is open",
  },
  keys: { Ctrl: "Ctrl", Enter: "Enter", Delete: "Delete", Esc: "Esc" },
};
