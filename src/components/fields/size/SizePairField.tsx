"use client";
import { forwardRef, type CSSProperties } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { initialValues } from "../../../models/formValues.ts";
import { usePromptForm } from "../../form-context/PromptFormContext.ts";
import { useEarlyInput } from "../../form-context/useEarlyInput.ts";
import { formatExact } from "../../internals/formatExact.ts";
import type { PartProps } from "../../internals/Part.tsx";
import { useParts } from "../../internals/useParts.ts";
import { FieldFrame } from "../FieldFrame.tsx";
import { useFormField, type FormField } from "../useFormField.ts";
import { sizeChoices, type FieldSize, type SizeChoices } from "./sizeChoices.ts";
import type { SizePair } from "./sizePair.ts";
import { SizeSide } from "./SizeSide.tsx";

interface SizePairFieldProps extends PartProps<"div"> {
  readonly pair: SizePair;
}

function shapeOf({ width, height }: FieldSize, longest: number) {
  const style = { "--easel-width": width / longest, "--easel-height": height / longest };
  return { style: style as CSSProperties, "aria-hidden": true };
}

interface ChoiceProps {
  readonly size: SizeChoices["sizes"][number];
  readonly longest: number;
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ id, name, value, size, longest, isChosen, onChoose }: ChoiceProps) {
  const part = useParts();
  const { locale } = useEasel().labels.result;
  const digits = (pixels: number) => formatExact(pixels, locale);
  useEarlyInput(id, (control) => {
    if ((control as HTMLInputElement).checked) onChoose();
  });
  return (
    <label {...part("size-choice")}>
      <input
        type="radio"
        {...part("size-radio")}
        id={id}
        name={name}
        value={value}
        checked={isChosen}
        onChange={onChoose}
      />
      <span {...part("size-shape")} {...shapeOf(size, longest)} />
      <span {...part("size-ratio", "strong")} dir="ltr">
        {size.ratio.map(digits).join(":")}
      </span>
      <span {...part("size-pixels", "figures")} dir="ltr">
        {digits(size.width)} × {digits(size.height)}
      </span>
    </label>
  );
}

function together(sides: readonly [FormField, FormField]): Pick<FormField, "error" | "warnings"> {
  const errors = sides.flatMap(({ descriptor, error }) =>
    error === undefined ? [] : [`${descriptor.label}: ${error}`],
  );
  return {
    error: errors.length > 0 ? errors.join(" ") : undefined,
    warnings: [...new Set(sides.flatMap(({ warnings }) => warnings))],
  };
}

export const SizePairField = forwardRef<HTMLDivElement, SizePairFieldProps>(function SizePairField(
  { pair, ...rest },
  ref,
) {
  const part = useParts(rest.classNames);
  const { model } = usePromptForm("SizeField").modelForm;
  const { labels } = useEasel();
  const width = useFormField("SizeField", pair.width.name);
  const height = useFormField("SizeField", pair.height.name);

  const initial = initialValues(model);
  const { sizes, free } = sizeChoices(pair, {
    width: Number(initial[pair.width.name] ?? pair.width.slider?.max),
    height: Number(initial[pair.height.name] ?? pair.height.slider?.max),
  });
  const longest = Math.max(...sizes.flatMap(({ width: across, height: down }) => [across, down]));
  const exact = free || sizes.length === 0;

  const first = pair.first === pair.width ? width : height;
  const affectsPrice = pair.width.affectsPrice || pair.height.affectsPrice;
  const descriptor = { ...first.descriptor, affectsPrice };

  return (
    <FieldFrame
      {...rest}
      ref={ref}
      field={{ ...first, descriptor, ...together([width, height]) }}
      kind="size"
      group
      label={labels.form.size}
      renderControl={({ id, "aria-invalid": invalid, "aria-describedby": describedBy }) => (
        <div {...part("size-control", "stack")}>
          {sizes.length > 0 && (
            <div
              {...part("size-choices", "stack")}
              role="radiogroup"
              aria-label={labels.form.aspectRatios}
              aria-invalid={invalid}
              aria-describedby={describedBy}
            >
              {sizes.map((size, index) => (
                <Choice
                  key={`${size.width}×${size.height}`}
                  id={!exact && index === 0 ? id : `${id}-shape-${index}`}
                  name={`${id}-shape`}
                  // The first choice can have the first field's ID. In that case, hydration reads this value.
                  value={first === width ? size.width : size.height}
                  size={size}
                  longest={longest}
                  isChosen={width.value === size.width && height.value === size.height}
                  onChoose={() => {
                    width.setValue(size.width);
                    height.setValue(size.height);
                  }}
                />
              ))}
            </div>
          )}
          {exact && (
            <div {...part("size-exact", "line")}>
              {[width, height].map((side) => (
                <SizeSide key={side.id} side={side} free={free} describedBy={describedBy} />
              ))}
              <span {...part("size-unit", "caption")}>{labels.form.pixels}</span>
            </div>
          )}
        </div>
      )}
    />
  );
});
