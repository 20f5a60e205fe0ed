import type { Labels } from "../../hooks/index.ts";
import type { FieldDescriptor } from "../../models/index.ts";

/** The limits that are enforced, in words. */
export function rangeWords(
  { min, max }: FieldDescriptor,
  labels: Labels["form"],
): string | undefined {
  if (min !== undefined && max !== undefined) return labels.range(min, max);
  if (min !== undefined) return labels.atLeast(min);
  return max === undefined ? undefined : labels.atMost(max);
}
