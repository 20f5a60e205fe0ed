export const inCredits = (amount: string) => (amount === "1" ? "1 credit" : `${amount} credits`);

export const credits = {
  /** @param amount formatted number */
  left: (amount: string) => `${inCredits(amount)} left`,
  low: (amount: string) => `Only ${inCredits(amount)} left`,
  becameLow: (amount: string) => `You’re running low on credits: ${amount} left.`,
  estimate: (amount: string) => `About ${inCredits(amount)} per generation`,
  /** Shown after a setting that affects the price has changed, because the estimate is for the initial settings. */
  estimateAtStart: (amount: string) =>
    `About ${inCredits(amount)} per generation with the initial settings. Your settings may change the price.`,
  tooLow: (left: string, needed: string) =>
    `Not enough credits. You need about ${inCredits(needed)} and have ${left} left.`,
};
