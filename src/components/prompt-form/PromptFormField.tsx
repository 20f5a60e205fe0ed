"use client";
import { forwardRef } from "react";
import type { Model } from "../../models/defineModel.ts";
import type { FieldKind } from "../../models/describeField.ts";
import type { FieldComponent, FieldProps } from "../fields/FieldFrame.tsx";
import { NumberField } from "../fields/number/NumberField.tsx";
import { SeedField } from "../fields/seed/SeedField.tsx";
import { SelectField } from "../fields/select/SelectField.tsx";
import { isRendered } from "../fields/size/isRendered.ts";
import { SizeField } from "../fields/size/SizeField.tsx";
import { isSecondOfPair } from "../fields/size/sizePair.ts";
import { StylePicker } from "../fields/style/StylePicker.tsx";
import { SwitchField } from "../fields/switch/SwitchField.tsx";
import { TextField } from "../fields/text/TextField.tsx";
import { findDescriptor } from "../fields/useFormField.ts";
import { usePromptForm } from "../form-context/PromptFormContext.ts";
import { useFormSnapshot } from "../form-context/useFormSnapshot.ts";
import { LazyImageField } from "./LazyImageField.tsx";

const controls: Record<Exclude<FieldKind, "hidden">, FieldComponent> = {
  prompt: TextField,
  text: TextField,
  number: NumberField,
  select: SelectField,
  style: StylePicker,
  switch: SwitchField,
  seed: SeedField,
  size: SizeField,
  image: LazyImageField,
};

interface SwitchedFieldProps extends FieldProps<Model> {
  readonly control: FieldComponent;
  readonly enabledBy: string;
}

/** Renders the control of a field that a switch turns off. A field that is off is still rendered if it has an error. */
const SwitchedField = forwardRef<HTMLDivElement, SwitchedFieldProps>(function SwitchedField(
  { control: Control, enabledBy, ...props },
  ref,
) {
  const { form } = usePromptForm("PromptForm.Field").modelForm;
  const [isOff] = useFormSnapshot(form, () => {
    const hasError = form.getFieldState(props.name).error !== undefined;
    return [form.getValues(enabledBy) === false && !hasError];
  });
  return isOff ? null : <Control<Model> {...props} ref={ref} />;
});

/** Renders the control for a field's kind. For custom models, use `<PromptForm.Field<typeof flux> name="frames" />`. */
export const PromptFormField = forwardRef<HTMLDivElement, FieldProps<Model>>(
  function PromptFormField(props, ref) {
    const { modelForm } = usePromptForm("PromptForm.Field");
    const { fields } = modelForm;
    const field = findDescriptor(modelForm, "PromptForm.Field", props.name);
    const { kind, enabledBy } = field;
    if (kind === "hidden" || !isRendered(field, fields)) return null;
    if (kind === "size" && isSecondOfPair(fields, props.name)) return null;
    const Control = controls[kind];
    return enabledBy === undefined ? (
      <Control<Model> {...props} ref={ref} />
    ) : (
      <SwitchedField {...props} control={Control} enabledBy={enabledBy} ref={ref} />
    );
  },
) as unknown as FieldComponent;
