export interface CreditsLabels {
  /** @param amount in the words of the language's numbers */
  readonly left: (amount: string) => string;
  /** In place of `left` once there is little. */
  readonly low: (amount: string) => string;
  /** Said once, as it becomes low. */
  readonly becameLow: (amount: string) => string;
  /** What a run will cost, near the button. */
  readonly estimate: (amount: string) => string;
  /** The same, where a setting that the price depends on was changed and nobody can say by how much it counts. */
  readonly estimateAtStart: (amount: string) => string;
  /** Why nothing can be generated. */
  readonly tooLow: (left: string, needed: string) => string;
}

export const creditsLabels: CreditsLabels = {
  left: (amount) => `${amount} credits left`,
  low: (amount) => `Only ${amount} credits left`,
  becameLow: (amount) => `Credits are running low: ${amount} left.`,
  estimate: (amount) => `About ${amount} credits a run`,
  estimateAtStart: (amount) =>
    `About ${amount} credits a run with the settings it opened with. Yours may cost more or less.`,
  tooLow: (left, needed) =>
    `A run costs about ${needed} credits, and ${left} are left. Nothing would be made.`,
};
