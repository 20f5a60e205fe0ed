"use client";
import { forwardRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { Model } from "../../../models/defineModel.ts";
import type { FieldOption } from "../../../models/describeField.ts";
import type { FieldDescriptor } from "../../../models/describeFields.ts";
import { useParts } from "../../internals/useParts.ts";
import { FieldFrame, type FieldComponent, type FieldProps } from "../FieldFrame.tsx";
import { findOption, groupOptions, optionLabel } from "../fieldOptions.ts";
import { inputText } from "../inputText.ts";
import { useFormField } from "../useFormField.ts";
import { Combobox } from "./Combobox.tsx";

function Options({ options }: { readonly options: readonly FieldOption[] }) {
  return options.map((option) => (
    <option key={option.value} value={option.value}>
      {option.help === undefined ? optionLabel(option) : `${optionLabel(option)} – ${option.help}`}
    </option>
  ));
}

const hasBlank = ({ default: preset }: FieldDescriptor, value: unknown): boolean =>
  preset === undefined || value === "" || value === undefined;

/** Field for one of several options: a `<select>`, or a text box with suggestions if the model accepts other values. */
export const SelectField = forwardRef<HTMLDivElement, FieldProps<Model>>(function SelectField(
  { name, ...rest },
  ref,
) {
  const part = useParts(rest.classNames);
  const field = useFormField("SelectField", name);
  const { labels } = useEasel();
  const { descriptor, value } = field;
  const { options = [], open, required } = descriptor;
  const known = findOption(options, value);
  const preset = findOption(options, descriptor.default);
  const blank = required ? labels.form.choose : labels.form.modelDefault;
  const unlisted = open && !known && typeof value === "string" && value.trim() !== "";
  return (
    <FieldFrame
      {...rest}
      ref={ref}
      field={
        unlisted
          ? { ...field, warnings: [...field.warnings, labels.form.uncheckedValue(value)] }
          : field
      }
      kind="select"
      note={known && open ? known.help : undefined}
      renderControl={(attributes) =>
        open ? (
          <Combobox
            {...attributes}
            name={name}
            label={descriptor.label}
            options={options}
            placeholder={preset ? optionLabel(preset) : inputText(descriptor.default) || blank}
            value={inputText(value)}
            onValueChange={field.setValue}
            onBlur={field.onBlur}
          />
        ) : (
          <span {...part("select-frame", "overlay")}>
            <select
              {...attributes}
              {...part("select", "input")}
              name={name}
              value={inputText(value)}
              onChange={(event) =>
                field.setValue(findOption(options, event.target.value)?.value ?? "")
              }
              onBlur={field.onBlur}
            >
              {hasBlank(descriptor, value) && <option value="">{blank}</option>}
              {groupOptions(options).map(([heading, group]) =>
                heading === undefined ? (
                  <Options key="" options={group} />
                ) : (
                  <optgroup key={heading} label={heading}>
                    <Options options={group} />
                  </optgroup>
                ),
              )}
            </select>
          </span>
        )
      }
    />
  );
}) as unknown as FieldComponent;
