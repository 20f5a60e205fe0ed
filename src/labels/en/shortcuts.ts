/** What the keyboard shortcuts do. */
export const shortcuts = {
  generate: "Generate from anywhere in the form",
  moreWeight: "Prompt: increase the weight of a word",
  lessWeight: "Prompt: decrease the weight of a word",
  shortcuts: "Show shortcuts",
  compare: "Recent generations: compare with the shown one",
  nextImage: "Enlarged image: next image or pan",
  zoom: "Enlarged image: zoom in, zoom out, fit",
  selectAll: "History: select all",
  deleteJobs: "History: delete selected",
  undo: "History: undo delete",
  close: "Close",
};
