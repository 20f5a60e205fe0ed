/** The account that every key of the sandbox draws on. Amounts are in the service's credits. */
export interface Account {
  readonly credits: number;
  charge(cost: number): void;
  refund(cost: number): void;
}

/** Prices have a few decimals; without rounding a balance would come to read 99.99199999999999. */
const round = (credits: number): number => Math.round(credits * 1e6) / 1e6;

export function createAccount(start: number): Account {
  let credits = start;
  return {
    get credits() {
      return credits;
    },
    charge(cost) {
      credits = round(credits - cost);
    },
    refund(cost) {
      credits = round(credits + cost);
    },
  };
}
