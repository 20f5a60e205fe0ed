"use client";
import type { ComponentPropsWithoutRef } from "react";
import { useParts } from "../../internals/useParts.ts";
import { growWithText } from "./growWithText.ts";
import type { TextInput } from "./useTextInput.ts";

interface TextBoxProps extends ComponentPropsWithoutRef<"textarea"> {
  readonly input: TextInput;
}

/** A box that grows with its text, which it keeps itself. */
export function TextBox({ input, ...rest }: TextBoxProps) {
  const part = useParts();
  const { box, descriptor, defaultValue, onInput, onBlur } = input;
  function handleInput(): void {
    growWithText(box.current);
    onInput();
  }
  return (
    <textarea
      {...rest}
      ref={box}
      {...part("text-input")}
      name={descriptor.name}
      dir="auto"
      // Nothing to see: it lets the stylesheet tell an empty box, which has the page's direction.
      placeholder=" "
      defaultValue={defaultValue}
      // Both: a test's or an extension's own event comes as one of the two.
      onInput={handleInput}
      onChange={handleInput}
      onBlur={onBlur}
    />
  );
}
