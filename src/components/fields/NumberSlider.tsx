"use client";
import { Slider } from "radix-ui";
import { useState, type ComponentPropsWithoutRef } from "react";
import { useDirection } from "./useDirection.ts";

interface NumberSliderProps extends Omit<
  ComponentPropsWithoutRef<typeof Slider.Thumb>,
  "onBlur" | "asChild"
> {
  readonly range: { readonly min: number; readonly max: number };
  readonly step: number;
  /** What is no number stands at the start. */
  readonly value: unknown;
  readonly onValueChange: (value: number | undefined) => void;
  readonly onBlur: () => void;
}

/** A slider for one number. It shows a value beyond its ends at the nearer one, and leaves it as it is. */
export function NumberSlider(props: NumberSliderProps) {
  const { range, step, value, onValueChange, onBlur, ...thumb } = props;
  const { min, max } = range;
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const direction = useDirection(root?.parentElement ?? null);
  const shown = typeof value === "number" ? Math.min(Math.max(value, min), max) : min;
  return (
    <Slider.Root
      data-easel="slider"
      ref={setRoot}
      dir={direction}
      min={min}
      max={max}
      step={step}
      value={[shown]}
      onValueChange={([next]) => onValueChange(next)}
      onBlur={onBlur}
    >
      <Slider.Track data-easel="slider-track">
        <Slider.Range data-easel="slider-range" />
      </Slider.Track>
      <Slider.Thumb {...thumb} data-easel="slider-thumb" />
    </Slider.Root>
  );
}
