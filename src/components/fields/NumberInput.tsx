"use client";
import { useState, type ComponentPropsWithoutRef, type KeyboardEvent } from "react";
import { inputText } from "./inputText.ts";
import { parseNumber } from "./parseNumber.ts";

interface NumberInputProps extends Omit<ComponentPropsWithoutRef<"input">, "value" | "step"> {
  /** A number, a text that is none yet, or blank. */
  readonly value: unknown;
  readonly onValueChange: (value: number | string, text: string) => void;
  /** What an arrow key adds or takes away. */
  readonly step?: number | undefined;
}

/** Adds in whole steps of a decimal, so that 0.1 and 0.2 make 0.3. */
function add(value: number, change: number): number {
  const digits = Math.max(...[value, change].map((n) => String(n).split(".")[1]?.length ?? 0));
  return Number((value + change).toFixed(Math.min(digits, 15)));
}

/**
 * A box for an exact number. It takes what is typed as it is and rounds nothing; a text input, because the browser's own
 * number input changes with the wheel, hides what it can't read, and knows no decimal comma.
 */
export function NumberInput({ value, onValueChange, step = 1, ...rest }: NumberInputProps) {
  // While it is being typed, "1." and "1.50" stay what they are.
  const [draft, setDraft] = useState<string>();

  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    const start = typeof value === "number" ? value : Number(rest.placeholder);
    if (Number.isNaN(start)) return;
    setDraft(undefined);
    const next = add(start, direction * step);
    onValueChange(next, String(next));
  }

  return (
    <input
      autoComplete="off"
      data-easel="number-input"
      dir="ltr"
      inputMode="decimal"
      type="text"
      {...rest}
      value={draft ?? inputText(value)}
      onChange={(event) => {
        setDraft(event.target.value);
        onValueChange(parseNumber(event.target.value), event.target.value);
      }}
      onKeyDown={handleKeyDown}
      onBlur={(event) => {
        setDraft(undefined);
        rest.onBlur?.(event);
      }}
    />
  );
}
