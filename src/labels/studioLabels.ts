export interface StudioLabels {
  readonly history: string;
  /** The history's code failed to load. */
  readonly historyLoadFailed: string;
  readonly shortcuts: string;
  /** Shortcut descriptions. */
  readonly shortcutActions: Readonly<
    Record<
      | "generate"
      | "moreWeight"
      | "lessWeight"
      | "shortcuts"
      | "nextImage"
      | "zoom"
      | "selectAll"
      | "deleteJobs"
      | "undo"
      | "close",
      string
    >
  >;
  /** Key names as printed on keyboards. */
  readonly keys: Readonly<Record<"Ctrl" | "Enter" | "Delete" | "Esc", string>>;
}
