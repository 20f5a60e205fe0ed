import type { Labels } from "../en/en.ts";

export const inCredits = (amount: string) => (amount === "1" ? "1 Credit" : `${amount} Credits`);

export const credits: Labels["credits"] = {
  left: (amount) => `Noch ${inCredits(amount)}`,
  low: (amount) => `Nur noch ${inCredits(amount)}`,
  becameLow: (amount) => `Die Credits werden knapp: noch ${amount}.`,
  estimate: (amount) => `Etwa ${inCredits(amount)} pro Generierung`,
  estimateAtStart: (amount) =>
    `Etwa ${inCredits(amount)} pro Generierung mit den Anfangswerten. Deine Einstellungen können den Preis ändern.`,
  tooLow: (left, needed) =>
    `Nicht genug Credits. Nötig sind etwa ${inCredits(needed)}, du hast noch ${left}.`,
};
