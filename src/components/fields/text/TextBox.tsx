"use client";
import type { ComponentPropsWithoutRef } from "react";
import { useParts } from "../../internals/useParts.ts";
import type { TextInput } from "./useTextInput.ts";

interface TextBoxProps extends ComponentPropsWithoutRef<"textarea"> {
  readonly input: TextInput;
}

// The stylesheet sets an empty box's direction with `:placeholder-shown`, which requires a placeholder.
export function TextBox({ input, placeholder = " ", ...rest }: TextBoxProps) {
  const part = useParts();
  const { box, descriptor, defaultValue, onInput, onBlur } = input;
  return (
    <textarea
      {...rest}
      ref={box}
      {...part("text-input", "input")}
      name={descriptor.name}
      dir="auto"
      placeholder={placeholder}
      defaultValue={defaultValue}
      // Handles `input` and `change`, because tests and browser extensions may dispatch only one of the two events.
      onInput={onInput}
      onChange={onInput}
      onBlur={onBlur}
    />
  );
}
