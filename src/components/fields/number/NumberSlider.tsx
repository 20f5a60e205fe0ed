"use client";
import type { ComponentPropsWithoutRef, CSSProperties } from "react";
import { useEarlyInput } from "../../form-context/useEarlyInput.ts";
import { useParts } from "../../internals/useParts.ts";

interface NumberSliderProps extends Omit<ComponentPropsWithoutRef<"input">, "value"> {
  readonly id: string;
  readonly range: { readonly min: number; readonly max: number };
  readonly step: number;
  readonly value: unknown;
  readonly onValueChange: (value: number) => void;
}

export function NumberSlider(props: NumberSliderProps) {
  const part = useParts();
  const { range, step, value, onValueChange, ...rest } = props;
  useEarlyInput(rest.id, (control) => onValueChange(Number(control.value)));
  const { min, max } = range;
  const shown = typeof value === "number" ? Math.min(Math.max(value, min), max) : min;
  const filled = max > min ? (shown - min) / (max - min) : 0;
  return (
    <input
      {...rest}
      {...part("slider")}
      type="range"
      min={min}
      max={max}
      step={step}
      value={shown}
      style={{ "--easel-filled": filled } as CSSProperties}
      onChange={(event) => onValueChange(event.target.valueAsNumber)}
    />
  );
}
