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
