import { isAmount } from "../../protocol/isAmount.ts";
import { OwnError } from "../events/ownError.ts";

/**
 * Reads a number that one of the host's functions returned.
 *
 * @param problem the error's message, from what was returned
 * @throws OwnError unless it is a finite number, 0 or more
 */
export function readHookNumber(value: unknown, problem: (returned: string) => string): number {
  if (isAmount(value)) return value;
  // A rejection that is never awaited would end a Node process.
  if (value instanceof Promise) value.catch(() => undefined);
  throw new OwnError(
    problem(typeof value === "number" ? String(value) : `a value of type ${typeof value}`),
  );
}
