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

/** Renders the control for a field's kind. For custom models, use `<PromptForm.Field<typeof flux> name="frames" />`. */
export const PromptFormField = forwardRef<HTMLDivElement, FieldProps<Model>>(
  function PromptFormField(props, ref) {
    const { modelForm } = usePromptForm("PromptForm.Field");
    const { fields, form } = modelForm;
    const field = findDescriptor(modelForm, "PromptForm.Field", props.name);
    const { kind, enabledBy } = field;
    const [isOff] = useFormSnapshot(form, () => {
      const hasError = form.getFieldState(props.name).error !== undefined;
      return [enabledBy !== undefined && form.getValues(enabledBy) === false && !hasError];
    });
    const isShown = isRendered(field, fields) && !isOff && !isSecondOfPair(fields, props.name);
    if (!isShown || kind === "hidden") return null;
    const Control = controls[kind];
    return <Control<Model> {...props} ref={ref} />;
  },
) as unknown as FieldComponent;
