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
