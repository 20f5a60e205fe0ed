"use client";
import { forwardRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { Labels } from "../../../labels/en/en.ts";
import type { Model } from "../../../models/defineModel.ts";
import type { FieldDescriptor } from "../../../models/describeFields.ts";
import { formatExact } from "../../internals/formatExact.ts";
import { useParts } from "../../internals/useParts.ts";
import { FieldFrame, type FieldComponent, type FieldProps } from "../FieldFrame.tsx";
import { inputText } from "../inputText.ts";
import { useFormField } from "../useFormField.ts";
import { NumberInput } from "./NumberInput.tsx";
import { NumberSlider } from "./NumberSlider.tsx";

function rangeLabel(
  { min, max, unit, multipleOf }: FieldDescriptor,
  labels: Labels["form"],
): string | undefined {
  const limits =
    min !== undefined && max !== undefined
      ? labels.range(min, max)
      : min !== undefined
        ? labels.atLeast(min)
        : max !== undefined
          ? labels.atMost(max)
          : undefined;
  const range = limits !== undefined && unit !== undefined ? labels.withUnit(limits, unit) : limits;
  const steps =
    multipleOf === undefined || multipleOf === 1 ? undefined : labels.withStep(range, multipleOf);
  return steps ?? range;
}

/**
 * Field for a number: a text box, plus a slider if the schema defines or suggests a range. On blur, the number snaps
 * to the nearest multiple of the step within the schema's limits. A blank value isn't sent.
 */
export const NumberField = forwardRef<HTMLDivElement, FieldProps<Model>>(function NumberField(
  { name, ...rest },
  ref,
) {
  const part = useParts(rest.classNames);
  const field = useFormField("NumberField", name);
  const { labels } = useEasel();
  const { descriptor, value } = field;
  const { slider, step, unit, default: preset, required } = descriptor;
  const blank = required ? undefined : labels.form.modelDefault;
  const words =
    typeof value === "number" ? formatExact(value, labels.result.locale) : inputText(value);
  const spoken =
    words === "" ? blank : unit === undefined ? words : labels.form.withUnit(words, unit);
  return (
    <FieldFrame
      {...rest}
      ref={ref}
      field={field}
      kind="number"
      range={rangeLabel(descriptor, labels.form)}
      renderControl={(attributes) => (
        <div {...part("number-control")}>
          <NumberInput
            {...attributes}
            name={name}
            value={value}
            step={step}
            limits={descriptor}
            aria-valuetext={spoken}
            placeholder={inputText(preset) || blank}
            onValueChange={field.setValue}
            onBlur={field.onBlur}
          />
          {slider && (
            <NumberSlider
              id={`${attributes.id}-slider`}
              range={slider}
              step={step ?? (slider.max - slider.min) / 100}
              value={typeof value === "number" ? value : preset}
              aria-label={labels.form.sliderOf(descriptor.label)}
              aria-describedby={attributes["aria-describedby"]}
              aria-valuetext={spoken}
              onValueChange={field.setValue}
              onBlur={field.onBlur}
            />
          )}
        </div>
      )}
    />
  );
}) as unknown as FieldComponent;
