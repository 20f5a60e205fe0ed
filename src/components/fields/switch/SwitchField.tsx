"use client";
import { forwardRef } from "react";
import type { Model } from "../../../models/defineModel.ts";
import { FieldFrame, type FieldComponent, type FieldProps } from "../FieldFrame.tsx";
import { useFormField } from "../useFormField.ts";
import { SwitchButton } from "./SwitchButton.tsx";

/** Field for a boolean value, rendered as a switch. */
export const SwitchField = forwardRef<HTMLDivElement, FieldProps<Model>>(function SwitchField(
  { name, ...rest },
  ref,
) {
  const field = useFormField("SwitchField", name);
  return (
    <FieldFrame
      {...rest}
      ref={ref}
      field={field}
      kind="switch"
      renderControl={({ "aria-required": _required, ...attributes }) => (
        <SwitchButton
          {...attributes}
          checked={field.value === true}
          onCheckedChange={field.setValue}
          onBlur={field.onBlur}
        />
      )}
    />
  );
}) as unknown as FieldComponent;
