export interface TrayLabels {
  readonly tray: string;
  /** Announced once. */
  readonly news: (ready: number) => string;
  readonly running: string;
  readonly offline: string;
  readonly signedOut: string;
  readonly ready: string;
  /** @param charged one of `charged`, as text */
  readonly failed: (charged: string) => string;
  readonly unknown: string;
  readonly expired: string;
  readonly untitled: string;
  readonly detach: string;
  readonly show: string;
  readonly check: string;
  /** For a job with an unknown outcome. */
  readonly sendAgain: string;
  readonly makeAgain: string;
  readonly tryAgain: string;
  readonly forget: string;
  readonly ofRun: (action: string, prompt: string) => string;
  /** Beside a value too large to store. */
  readonly giveAgain: string;
}
