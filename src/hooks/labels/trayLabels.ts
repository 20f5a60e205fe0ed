import { createGrammar } from "./createGrammar.ts";
import { giveAgain } from "./hookWords.ts";

export interface TrayLabels {
  /** The name of the list. */
  readonly tray: string;
  /** Said once as runs become ready. */
  readonly news: (ready: number) => string;
  readonly running: string;
  readonly offline: string;
  readonly signedOut: string;
  readonly ready: string;
  /** @param charged whether it was, in words */
  readonly failed: (charged: string) => string;
  readonly unknown: string;
  readonly expired: string;
  /** For a run without a prompt. */
  readonly untitled: string;
  readonly detach: string;
  readonly show: string;
  readonly check: string;
  /** On the button that sends an unknown run again. */
  readonly sendAgain: string;
  readonly makeAgain: string;
  readonly tryAgain: string;
  readonly forget: string;
  /** Tells the same action on several runs apart. */
  readonly ofRun: (action: string, prompt: string) => string;
  /** Beside a field whose value was too large to keep. */
  readonly giveAgain: string;
}

const { count } = createGrammar("en");

export const trayLabels: TrayLabels = {
  tray: "Your pictures",
  news: (ready) => count(ready, { one: "# picture is ready.", other: "# pictures are ready." }),
  running: "Being made",
  offline: "You are offline. It goes on by itself.",
  signedOut: "Sign in again to see how it goes.",
  ready: "Ready while you were away",
  failed: (charged) => `Failed. ${charged}.`,
  unknown: "Nobody can say whether it was taken. It may be running and paid for.",
  expired: "Past its time; its pictures are gone.",
  untitled: "Untitled",
  detach: "Stop watching",
  show: "Show",
  check: "Check again",
  sendAgain: "Send again: may charge twice",
  makeAgain: "Make again: charges once more",
  tryAgain: "Try again",
  forget: "Forget",
  ofRun: (action, prompt) => `${action}: ${prompt}`,
  giveAgain,
};
