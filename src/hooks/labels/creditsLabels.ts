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

const credits = (amount: string) => (amount === "1" ? "1 credit" : `${amount} credits`);

export const creditsLabels: CreditsLabels = {
  left: (amount) => `${credits(amount)} left`,
  low: (amount) => `Only ${credits(amount)} left`,
  becameLow: (amount) => `Credits are running low: ${amount} left.`,
  estimate: (amount) => `About ${credits(amount)} a run`,
  estimateAtStart: (amount) =>
    `About ${credits(amount)} a run with the settings it opened with. Yours may cost more or less.`,
  tooLow: (left, needed) =>
    `A run costs about ${credits(needed)}, and ${left} are left. Nothing would be made.`,
};
