import { count } from "./grammar.ts";
import { chooseAgain } from "./hookLabels.ts";

export const tray = {
  tray: "Your images",
  finished: (ready: number) =>
    count(ready, { one: "# generation is ready.", other: "# generations are ready." }),
  pending: "Generating…",
  offline: "You’re offline. Updates resume when you’re back online.",
  signedOut: "Sign in to see progress.",
  ready: "Finished while you were away",
  /** @param charged one of the labels in `result.charged` */
  failed: (charged: string) => `Failed. ${charged}.`,
  stopped: (charged: string) => `Stopped. ${charged}.`,
  unknown:
    "We couldn’t confirm that your request was received. Your image may still be generated, and you may be charged.",
  expired: "Expired. The images are no longer available.",
  untitled: "Untitled",
  stopWatching: "Stop tracking",
  show: "Show",
  remove: "Delete",
  forJob: (action: string, prompt: string) => `${action}: ${prompt}`,
  /** Error message for a field whose value was too large to store. */
  chooseAgain,
};
