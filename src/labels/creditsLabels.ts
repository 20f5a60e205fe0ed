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
