export const studio = {
  history: "History",
  /** The history's code failed to load. */
  historyLoadFailed: "The history can’t be loaded just now. Your runs are kept; try again.",
  shortcuts: "Shortcuts",
  shortcutActions: {
    generate: "Generate, from anywhere in the form",
    moreWeight: "Prompt: more weight for the words at the cursor",
    lessWeight: "Prompt: less weight for the words at the cursor",
    shortcuts: "This list",
    nextImage: "Enlarged picture: to the next one, or pan",
    zoom: "Enlarged picture: closer, further, whole",
    selectAll: "History: select all",
    deleteJobs: "History: delete what is selected",
    undo: "History: undo a deletion",
    close: "Close what is open",
  },
  keys: { Ctrl: "Ctrl", Enter: "Enter", Delete: "Delete", Esc: "Esc" },
};
