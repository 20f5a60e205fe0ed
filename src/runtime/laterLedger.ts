import type { Later } from "../client/createLater.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import { laterStore } from "./laterStore.ts";

/** A ledger before its code is there: it knows of no runs until then, and what is to be written waits, in its order. */
export function laterLedger(later: Later<Ledger>): Ledger {
  return {
    ...laterStore(later),
    write: (record) => {
      const ledger = later.now();
      if (ledger) return ledger.write(record);
      return new Promise((written) => {
        later.whenThere((one) => written(one.write(record)));
      });
    },
    update: (attemptId, change) => void later.whenThere((one) => one.update(attemptId, change)),
    forget: (attemptId) => void later.whenThere((one) => one.forget(attemptId)),
    receive: (change) => void later.whenThere((one) => one.receive(change)),
    refresh: () => later.now()?.refresh(),
  };
}
