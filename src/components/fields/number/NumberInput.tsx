"use client";
import { useState, type ComponentPropsWithoutRef, type KeyboardEvent } from "react";
import { useParts } from "../../internals/useParts.ts";
import { inputText } from "../inputText.ts";
import { parseNumber } from "../parseNumber.ts";
import { snapNumber, stepNumber, type NumberLimits } from "./stepNumber.ts";

interface NumberInputProps extends Omit<ComponentPropsWithoutRef<"input">, "value" | "step"> {
  readonly value: unknown;
  readonly onValueChange: (value: number | string, text: string) => void;
  /** Amount that an arrow key adds or subtracts. Page Up and Page Down change the value by ten steps. */
  readonly step?: number | undefined;
  readonly limits: NumberLimits;
}

const keySteps: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

const isTooLong = (value: unknown): boolean =>
  Number.isInteger(value) && !Number.isSafeInteger(value);

/**
 * Spin button for numbers. Native number inputs react to scrolling, hide invalid text, and reject decimal commas. With
 * the role `textbox`, Home and End move the cursor instead of changing the value.
 */
export function NumberInput({ value, onValueChange, step = 1, limits, ...rest }: NumberInputProps) {
  const part = useParts();
  const { min, max } = limits;
  const isSpinner = rest.role !== "textbox";
  // Stores the entered text, so that "1." and "1.50" aren't reformatted while the user types.
  const [draft, setDraft] = useState<{ readonly text: string; readonly says: number | string }>();

  function change(next: number): void {
    setDraft(undefined);
    onValueChange(next, String(next));
  }

  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    rest.onKeyDown?.(event);
    const count = keySteps[event.key];
    const edge = isSpinner && !event.shiftKey ? { Home: min, End: max }[event.key] : undefined;
    const isOurs =
      !event.ctrlKey && !event.metaKey && !event.altKey && !event.nativeEvent.isComposing;
    if ((count === undefined && edge === undefined) || !isOurs || event.defaultPrevented) return;
    event.preventDefault();
    if (edge !== undefined) change(snapNumber(edge, limits));
    if (count === undefined) return;
    const start = typeof value === "number" ? value : Number(rest.placeholder);
    if (!Number.isNaN(start)) change(stepNumber(start, count * step, limits));
  }

  return (
    <input
      autoComplete="off"
      {...part("number-input", "input")}
      dir="ltr"
      inputMode="decimal"
      type="text"
      {...(isSpinner && {
        role: "spinbutton",
        "aria-valuemin": min,
        "aria-valuemax": max,
        "aria-valuenow": typeof value === "number" ? value : undefined,
      })}
      {...rest}
      value={draft && draft.says === value ? draft.text : inputText(value)}
      onChange={(event) => {
        const text = event.target.value;
        const says = parseNumber(text);
        setDraft({ text, says });
        onValueChange(says, text);
      }}
      onKeyDown={handleKeyDown}
      onBlur={(event) => {
        // If an integer is too large to be exact, keeps showing its text instead of the rounded value.
        if (!isTooLong(value)) setDraft(undefined);
        const snapped = typeof value === "number" ? snapNumber(value, limits) : value;
        if (typeof snapped === "number" && snapped !== value) change(snapped);
        rest.onBlur?.(event);
      }}
    />
  );
}
