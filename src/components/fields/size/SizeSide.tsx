"use client";
import { useEasel } from "../../../hooks/useEasel.ts";
import { formatExact } from "../../internals/formatExact.ts";
import { useParts } from "../../internals/useParts.ts";
import { findOption } from "../fieldOptions.ts";
import { inputText } from "../inputText.ts";
import { NumberInput } from "../number/NumberInput.tsx";
import type { FormField } from "../useFormField.ts";

interface SizeSideProps {
  readonly side: FormField;
  readonly free: boolean;
  readonly describedBy: string | undefined;
}

export function SizeSide({ side, free, describedBy }: SizeSideProps) {
  const part = useParts();
  const { labels } = useEasel();
  const { name, label, step, options = [], required } = side.descriptor;
  const own = {
    id: side.id,
    name,
    "aria-describedby": describedBy,
    "aria-invalid": side.error === undefined ? undefined : true,
    onBlur: side.onBlur,
  };
  return (
    <label {...part("size-side", "overlay")}>
      <span {...part("size-side-label", "caption")}>{label}</span>
      {free ? (
        <NumberInput
          {...own}
          inputMode="numeric"
          placeholder={required ? undefined : labels.form.modelDefault}
          step={step}
          limits={side.descriptor}
          value={side.value}
          onValueChange={side.setValue}
        />
      ) : (
        <span {...part("select-frame", "overlay")}>
          <select
            {...own}
            {...part("select", "input")}
            value={inputText(side.value)}
            onChange={(event) =>
              side.setValue(findOption(options, event.target.value)?.value ?? "")
            }
          >
            {options.map(({ value }) => (
              <option key={value} value={value}>
                {typeof value === "number" ? formatExact(value, labels.result.locale) : value}
              </option>
            ))}
          </select>
        </span>
      )}
    </label>
  );
}
