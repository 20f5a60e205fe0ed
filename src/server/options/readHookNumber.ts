import { isAmount } from "../../protocol/isAmount.ts";
import { OwnError } from "../events/ownError.ts";

export function readHookNumber(value: unknown, problem: (returned: string) => string): number {
  if (isAmount(value)) return value;
  // An unhandled rejection would crash a Node process.
  if (value instanceof Promise) value.catch(() => undefined);
  throw new OwnError(
    problem(typeof value === "number" ? String(value) : `a value of type ${typeof value}`),
  );
}
