import { number, list } from "./grammar.ts";

/** Labels of an image's actions, enlarged view, and comparison. */
export const imageActions = {
  vary: "Vary",
  newSeed: "New seed",
  startFrom: "Use as start image",
  upscale: "Upscale",
  generateAgain: "Generate again",
  useImage: "Use image",
  moreActions: "More actions",
  generateWith: "Generate with",
  /** Shown below a model that lacks some of the image's settings. */
  withoutSettings: (fields: readonly string[]) => `Without ${list(fields)}`,
  compareWith: "Compare with",
  anotherGeneration: "Another generation…",
  swap: "Swap sides",
  before: "Before",
  after: "After",
  compare: "Comparison",
  compareSlider: "Comparison slider",
  compareShare: (percent: string, before: string) => `${before}: ${percent}`,
  sideBySide: "Side by side",
  inputAlt: "Start image",
  enlarged: "Enlarged image",
  previous: "Previous image",
  next: "Next image",
  /** @param index zero-based index of the image */
  position: (index: number, count: number) => `Image ${number(index + 1)} of ${number(count)}`,
  zoomControls: "Zoom",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Fit",
  fitToScreen: "Fit to screen",
  zoomFit: (percent: string) => `${percent}, fit to screen`,
  zoomedTo: (percent: string) => `Zoomed to ${percent}`,
};
