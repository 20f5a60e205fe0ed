const inCredits = (amount: string) => (amount === "1" ? "1 credit" : `${amount} credits`);

export const credits = {
  /** @param amount formatted number */
  left: (amount: string) => `${inCredits(amount)} left`,
  low: (amount: string) => `Only ${inCredits(amount)} left`,
  becameLow: (amount: string) => `Credits are running low: ${amount} left.`,
  estimate: (amount: string) => `About ${inCredits(amount)} a run`,
  /** When a price-relevant setting has changed since the estimate. */
  estimateAtStart: (amount: string) =>
    `About ${inCredits(amount)} a run with the settings it opened with. Yours may cost more or less.`,
  tooLow: (left: string, needed: string) =>
    `A run costs about ${inCredits(needed)}, and ${left} are left. Nothing would be made.`,
};
