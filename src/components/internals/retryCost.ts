import { adviceOf } from "../../protocol/advice.ts";
import type { EaselError } from "../../protocol/EaselError.ts";
import type { Charged } from "../../protocol/errorTable.ts";

const costs: Readonly<Record<ReturnType<typeof adviceOf>, Charged | undefined>> = {
  safe: "no",
  after: "no",
  unsafe: "unknown",
  paid: "yes",
  never: undefined,
};

/** Returns whether a retry is charged in addition to the failed job, or undefined if a retry can't help. */
export const retryCost = (error: EaselError): Charged | undefined => costs[adviceOf(error)];
