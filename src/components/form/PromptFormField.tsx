"use client";
import { forwardRef, type ForwardRefExoticComponent, type RefAttributes } from "react";
import type { FieldKind } from "../../models/index.ts";
import type { FieldProps } from "../fields/FieldFrame.tsx";
import { ImageField } from "../fields/ImageField.tsx";
import { NumberField } from "../fields/NumberField.tsx";
import { SeedField } from "../fields/SeedField.tsx";
import { SelectField } from "../fields/SelectField.tsx";
import { SizeField } from "../fields/SizeField.tsx";
import { isSecondOfPair } from "../fields/sizePair.ts";
import { SwitchField } from "../fields/SwitchField.tsx";
import { TextField } from "../fields/TextField.tsx";
import { usePromptForm } from "./PromptFormContext.ts";
import { StylePicker } from "../stylePicker/StylePicker.tsx";

type FieldComponent = ForwardRefExoticComponent<FieldProps & RefAttributes<HTMLDivElement>>;

const controls: Record<Exclude<FieldKind, "hidden">, FieldComponent> = {
  prompt: TextField,
  text: TextField,
  number: NumberField,
  select: SelectField,
  style: StylePicker,
  switch: SwitchField,
  seed: SeedField,
  size: SizeField,
  image: ImageField,
};

/**
 * One field of the model, with the control that its kind asks for. Renders a `<div>`; nothing for a hidden field, and
 * nothing for the second of a width and a height, which are drawn as one.
 *
 * @example
 * <PromptForm.Field name="guidance_scale" />
 */
export const PromptFormField = forwardRef<HTMLDivElement, FieldProps>(
  function PromptFormField(props, ref) {
    const { fields } = usePromptForm("PromptForm.Field").modelForm;
    const kind = fields.find((field) => field.name === props.name)?.kind ?? "text";
    if (kind === "hidden" || isSecondOfPair(fields, props.name)) return null;
    const Control = controls[kind];
    return <Control {...props} ref={ref} />;
  },
);
