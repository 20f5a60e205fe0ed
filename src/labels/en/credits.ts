import type { Labels } from "../labels.ts";

const inCredits = (amount: string) => (amount === "1" ? "1 credit" : `${amount} credits`);

export const credits: Labels["credits"] = {
  left: (amount) => `${inCredits(amount)} left`,
  low: (amount) => `Only ${inCredits(amount)} left`,
  becameLow: (amount) => `Credits are running low: ${amount} left.`,
  estimate: (amount) => `About ${inCredits(amount)} a run`,
  estimateAtStart: (amount) =>
    `About ${inCredits(amount)} a run with the settings it opened with. Yours may cost more or less.`,
  tooLow: (left, needed) =>
    `A run costs about ${inCredits(needed)}, and ${left} are left. Nothing would be made.`,
};
