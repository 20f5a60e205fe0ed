import type { Ledger } from "../ledger/createLedger.ts";

/** How many providers of the page have each. */
const held = new Map<Ledger, number>();

/** A provider has this ledger, until it calls what is returned. */
export function holdLedger(ledger: Ledger): () => void {
  held.set(ledger, (held.get(ledger) ?? 0) + 1);
  return () => {
    const left = (held.get(ledger) ?? 0) - 1;
    if (left > 0) held.set(ledger, left);
    else held.delete(ledger);
  };
}

/** Whether the user whose ledger it is is still there. */
export const isHeld = (ledger: Ledger): boolean => held.has(ledger);
