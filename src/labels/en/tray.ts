import { count } from "./grammar.ts";
import { chooseAgain } from "./hookLabels.ts";

export const tray = {
  tray: "Your pictures",
  finished: (ready: number) =>
    count(ready, { one: "# picture is ready.", other: "# pictures are ready." }),
  pending: "Being made",
  offline: "You are offline. It goes on by itself.",
  signedOut: "Sign in again to see how it goes.",
  ready: "Ready while you were away",
  /** @param charged one of `charged`, as text */
  failed: (charged: string) => `Failed. ${charged}.`,
  unknown: "Nobody can say whether it was taken. It may be running and paid for.",
  expired: "Past its time; its pictures are gone.",
  untitled: "Untitled",
  stopWatching: "Stop watching",
  show: "Show",
  check: "Check again",
  sendAgain: "Send again: may charge twice",
  generateAgain: "Make again: charges once more",
  tryAgain: "Try again",
  remove: "Forget",
  forJob: (action: string, prompt: string) => `${action}: ${prompt}`,
  /** Beside a value too large to store. */
  chooseAgain,
};
