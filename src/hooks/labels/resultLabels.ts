import { errorTable, type EaselErrorCode } from "../../protocol/index.ts";

export interface ResultLabels {
  /** What happened, for each error code; the service's own sentence goes before it where it helps. */
  readonly errors: Readonly<Partial<Record<EaselErrorCode, string>>>;
}

export const resultLabels: ResultLabels = {
  errors: Object.fromEntries(Object.entries(errorTable).map(([code, row]) => [code, row.message])),
};
