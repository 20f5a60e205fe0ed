"use client";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { FieldDescriptor } from "../../../models/describeFields.ts";
import { useParts } from "../../internals/useParts.ts";
import { seedRange } from "./seed.ts";

interface SeedStepsProps {
  readonly descriptor: FieldDescriptor;
  readonly value: unknown;
  readonly last: number | undefined;
  readonly onValueChange: (seed: number) => void;
}

export function SeedSteps({ descriptor, value, last, onValueChange }: SeedStepsProps) {
  const part = useParts();
  const { labels } = useEasel();
  const { least, most } = seedRange(descriptor);
  const start = typeof value === "number" && Number.isSafeInteger(value) ? value : last;
  const steps = [
    ["lower", labels.form.seedLower, -1],
    ["higher", labels.form.seedHigher, 1],
  ] as const;
  return (
    <>
      {steps.map(([direction, label, change]) => (
        <button
          key={direction}
          {...part("seed-step", "button")}
          data-direction={direction}
          aria-label={label}
          title={label}
          disabled={start === undefined}
          onClick={() =>
            start !== undefined && onValueChange(Math.min(Math.max(start + change, least), most))
          }
        />
      ))}
    </>
  );
}
