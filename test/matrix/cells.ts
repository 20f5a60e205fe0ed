import { faults, type Fault, type Place, type Step } from "./faults.ts";

export const steps: readonly Step[] = ["submit", "status", "result", "events"];

const places: readonly Place[] = ["way", "service"];

/** What happens to the page meanwhile. */
export const situations = ["open", "reloaded", "hidden", "two tabs"] as const;
export type Situation = (typeof situations)[number];

/** One fault, at one place, in one request, with one thing that happens to the page meanwhile. */
export interface Cell {
  /** Stands in the cell's addresses. */
  readonly id: string;
  readonly step: Step;
  readonly fault: Fault;
  readonly place: Place;
  readonly situation: Situation;
}

/**
 * What happens to the page is gone through at the way wherever a fault is real there. Where it is the service's as well the
 * page hears the same from its handler: then money alone asks for all of it again.
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
