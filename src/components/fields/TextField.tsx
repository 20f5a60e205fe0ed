"use client";
import { forwardRef } from "react";
import { FieldFrame, type FieldProps } from "./FieldFrame.tsx";
import { inputText } from "./inputText.ts";
import { useField } from "./useField.ts";

/**
 * A text of any length: a box that grows with what is written. Renders a `<textarea>` in a field's frame.
 *
 * @example
 * <TextField name="prompt" />
 */
export const TextField = forwardRef<HTMLDivElement, FieldProps>(function TextField(
  { name, ...rest },
  ref,
) {
  const field = useField("TextField", name);
  const { kind } = field.descriptor;
  return (
    <FieldFrame
      {...rest}
      ref={ref}
      field={field}
      kind={kind === "prompt" ? "prompt" : "text"}
      renderControl={(attributes) => (
        <textarea
          {...attributes}
          data-easel="text-input"
          name={name}
          dir="auto"
          rows={kind === "prompt" ? 3 : 2}
          value={inputText(field.value)}
          onChange={(event) => field.setValue(event.target.value)}
          onBlur={field.onBlur}
        />
      )}
    />
  );
});
