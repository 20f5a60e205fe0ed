export const inCredits = (amount: string) => (amount === "1" ? "1 crédito" : `${amount} créditos`);
