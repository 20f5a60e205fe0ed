"use client";
import type { ComponentPropsWithoutRef } from "react";
import { useParts } from "../../internals/useParts.ts";
import type { TextInput } from "./useTextInput.ts";

interface TextBoxProps extends ComponentPropsWithoutRef<"textarea"> {
  readonly input: TextInput;
}

export function TextBox({ input, ...rest }: TextBoxProps) {
  const part = useParts();
  const { box, descriptor, defaultValue, onInput, onBlur } = input;
  return (
    <textarea
      {...rest}
      ref={box}
      {...part("text-input", "input")}
      name={descriptor.name}
      dir="auto"
      // Required by `:placeholder-shown`, which sets the direction of an empty box.
      placeholder=" "
      defaultValue={defaultValue}
      // Tests and extensions may dispatch either event.
      onInput={onInput}
      onChange={onInput}
      onBlur={onBlur}
    />
  );
}
