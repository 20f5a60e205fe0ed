"use client";
import { forwardRef } from "react";
import type { Model } from "../../../models/defineModel.ts";
import { usePromptForm } from "../../form-context/PromptFormContext.ts";
import type { FieldComponent, FieldProps } from "../FieldFrame.tsx";
import { NumberField } from "../number/NumberField.tsx";
import { SelectField } from "../select/SelectField.tsx";
import { useFieldName } from "../useFormField.ts";
import { isRendered } from "./isRendered.ts";
import { sizePair } from "./sizePair.ts";
import { SizePairField } from "./SizePairField.tsx";

/**
 * Field for the width and height in pixels. If the model has only a width or a height, renders one control. If the model
 * has only one size, renders nothing.
 */
export const SizeField = forwardRef<HTMLDivElement, FieldProps<Model>>(
  function SizeField(props, ref) {
    useFieldName("SizeField", props.name);
    const { fields } = usePromptForm("SizeField").modelForm;
    const pair = sizePair(fields, props.name);
    if (pair) {
      if (!isRendered(pair.first, fields)) return null;
      const { name: _name, ...rest } = props;
      return <SizePairField {...rest} pair={pair} ref={ref} />;
    }
    const closed = fields.find((field) => field.name === props.name)?.options;
    return closed ? (
      <SelectField<Model> {...props} ref={ref} />
    ) : (
      <NumberField<Model> {...props} ref={ref} />
    );
  },
) as unknown as FieldComponent;
