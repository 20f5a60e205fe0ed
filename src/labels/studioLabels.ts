export interface StudioLabels {
  readonly history: string;
  /** The history's code failed to load. */
  readonly historyMissing: string;
  readonly shortcuts: string;
  /** Shortcut descriptions. */
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
  /** Key names as printed on keyboards. */
  readonly keys: Readonly<Record<"Ctrl" | "Enter" | "Delete" | "Esc", string>>;
}
