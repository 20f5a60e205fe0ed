import type { Ledger } from "../ledger/createLedger.ts";

type Place = readonly [ledger: Ledger, scope: string];

/** Where runs are drawn on this page: one entry for each who draws them. */
const drawn = new Set<Place>();

/** Somebody draws the runs of this scope, until what is returned is called. */
export function drawScope(...place: Place): () => void {
  drawn.add(place);
  return () => void drawn.delete(place);
}

/** Whether what becomes of a run of this scope is there to be seen. */
export const isDrawn = (ledger: Ledger, scope: string): boolean =>
  [...drawn].some((place) => place[0] === ledger && place[1] === scope);
