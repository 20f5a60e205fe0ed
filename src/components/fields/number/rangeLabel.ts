import type { Labels } from "../../../labels/en/en.ts";
import type { FieldDescriptor } from "../../../models/describeFields.ts";

export function rangeLabel(
  { min, max, unit, multipleOf }: FieldDescriptor,
  labels: Labels["form"],
): string | undefined {
  const limits =
    min !== undefined && max !== undefined
      ? labels.range(min, max)
      : min !== undefined
        ? labels.atLeast(min)
        : max !== undefined
          ? labels.atMost(max)
          : undefined;
  const range = limits !== undefined && unit !== undefined ? labels.withUnit(limits, unit) : limits;
  const steps =
    multipleOf === undefined || multipleOf === 1 ? undefined : labels.withStep(range, multipleOf);
  return steps ?? range;
}
