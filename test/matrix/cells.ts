import { faults, type Fault, type Place, type Step } from "./faults.ts";

export const steps: readonly Step[] = ["submit", "status", "result", "events"];

const places: readonly Place[] = ["way", "service"];

export const situations = ["open", "reloaded", "hidden", "two tabs"] as const;
export type Situation = (typeof situations)[number];

/** One combination of fault, place, request, and page situation. */
export interface Cell {
  /** ID in the cell's URLs. */
  readonly id: string;
  readonly step: Step;
  readonly fault: Fault;
  readonly place: Place;
  readonly situation: Situation;
}

/**
 * Returns the page situations to test. If a fault exists both before the handler and at the service, the service's is
 * tested in one situation, because it looks the same to the page. Submits, which cost money, are tested in all.
 */
function situationsOf({ way }: Fault, place: Place, step: Step): readonly Situation[] {
  const isRepeated = place === "service" && way !== undefined && step !== "submit";
  return isRepeated ? ["open"] : situations;
}

const cellId = (...names: readonly string[]): string =>
  names.join("-").replaceAll(/\W+/g, "-").toLowerCase();

export const cells: readonly Cell[] = steps.flatMap((step) =>
  faults.flatMap((fault) =>
    places
      .filter((place) => fault[place] !== undefined)
      .flatMap((place) =>
        situationsOf(fault, place, step).map((situation) => ({
          id: cellId(step, fault.name, place, situation),
          step,
          fault,
          place,
          situation,
        })),
      ),
  ),
);
