export interface CreditsLabels {
  /** @param amount formatted number */
  readonly left: (amount: string) => string;
  readonly low: (amount: string) => string;
  /** Announced once. */
  readonly becameLow: (amount: string) => string;
  readonly estimate: (amount: string) => string;
  /** When a price-relevant setting has changed since the estimate. */
  readonly estimateAtStart: (amount: string) => string;
  /** Shown when generating is blocked. */
  readonly tooLow: (left: string, needed: string) => string;
}
