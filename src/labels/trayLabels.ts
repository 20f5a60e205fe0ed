export interface TrayLabels {
  readonly tray: string;
  /** Announced once. */
  readonly finished: (ready: number) => string;
  readonly pending: string;
  readonly offline: string;
  readonly signedOut: string;
  readonly ready: string;
  /** @param charged one of `charged`, as text */
  readonly failed: (charged: string) => string;
  readonly unknown: string;
  readonly expired: string;
  readonly untitled: string;
  readonly stopWatching: string;
  readonly show: string;
  readonly check: string;
  /** For a job with an unknown outcome. */
  readonly sendAgain: string;
  readonly generateAgain: string;
  readonly tryAgain: string;
  readonly remove: string;
  readonly forJob: (action: string, prompt: string) => string;
  /** Beside a value too large to store. */
  readonly chooseAgain: string;
}
