"use client";
import { useState, type ComponentPropsWithoutRef, type KeyboardEvent } from "react";
import { useParts } from "../../internals/useParts.ts";
import { inputText } from "../inputText.ts";
import { parseNumber } from "../parseNumber.ts";
import { snapNumber, stepNumber, type NumberLimits } from "./stepNumber.ts";

interface NumberInputProps extends Omit<ComponentPropsWithoutRef<"input">, "value" | "step"> {
  /** A number, a text that is none yet, or blank. */
  readonly value: unknown;
  readonly onValueChange: (value: number | string, text: string) => void;
  /** What an arrow key adds or takes away; a page key goes ten of them. */
  readonly step?: number | undefined;
  /** Where keys stop, and what a number snaps to once the box is left. What is typed is not held to a limit. */
  readonly limits?: NumberLimits | undefined;
}

const keySteps: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

const noLimits: NumberLimits = {};

const isTooLong = (value: unknown): boolean =>
  Number.isInteger(value) && !Number.isSafeInteger(value);

/**
 * A box for an exact number. It takes what is typed as it is and rounds nothing; a text input, because the browser's own
 * number input changes with the wheel, hides what it can't read, and knows no decimal comma.
 */
export function NumberInput({
  value,
  onValueChange,
  step = 1,
  limits = noLimits,
  ...rest
}: NumberInputProps) {
  const part = useParts();
  // While it is being typed, "1." and "1.50" stay what they are, for as long as the value is what they say.
  const [draft, setDraft] = useState<{ readonly text: string; readonly says: number | string }>();

  function change(next: number): void {
    setDraft(undefined);
    onValueChange(next, String(next));
  }

  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    rest.onKeyDown?.(event);
    const count = keySteps[event.key];
    const isOurs =
      !event.ctrlKey && !event.metaKey && !event.altKey && !event.nativeEvent.isComposing;
    if (count === undefined || !isOurs || event.defaultPrevented) return;
    event.preventDefault();
    const start = typeof value === "number" ? value : Number(rest.placeholder);
    if (!Number.isNaN(start)) change(stepNumber(start, count * step, limits));
  }

  return (
    <input
      autoComplete="off"
      {...part("number-input")}
      dir="ltr"
      inputMode="decimal"
      type="text"
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
        // Of more digits than a number holds, what was typed is refused as it was typed.
        if (!isTooLong(value)) setDraft(undefined);
        const snapped = typeof value === "number" ? snapNumber(value, limits) : value;
        if (typeof snapped === "number" && snapped !== value) change(snapped);
        rest.onBlur?.(event);
      }}
    />
  );
}
