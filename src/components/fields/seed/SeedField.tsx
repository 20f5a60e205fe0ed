"use client";
import { forwardRef, useState } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { useLastSeed } from "../../../hooks/useLastSeed.ts";
import type { Model } from "../../../models/defineModel.ts";
import { useEarlyInput } from "../../form-context/useEarlyInput.ts";
import { useParts } from "../../internals/useParts.ts";
import { FieldFrame, type FieldComponent, type FieldProps } from "../FieldFrame.tsx";
import { NumberInput } from "../number/NumberInput.tsx";
import { parseNumber } from "../parseNumber.ts";
import { SwitchButton } from "../switch/SwitchButton.tsx";
import { useFormField } from "../useFormField.ts";
import { isHeldExactly, newSeed, randomSeedOf, seedInText, seedRange } from "./seed.ts";

/** Field for a random or exact seed. Buttons set a new seed, the next lower or higher seed, or the last used seed. */
export const SeedField = forwardRef<HTMLDivElement, FieldProps<Model>>(function SeedField(
  { name, ...rest },
  ref,
) {
  const part = useParts(rest.classNames);
  const field = useFormField("SeedField", name);
  const { labels } = useEasel();
  const { descriptor, value, setValue } = field;
  const last = useLastSeed(name);
  const random = randomSeedOf(descriptor);
  const isRandom = random !== undefined && (value === random || (value ?? "") === "");
  const [exact, setExact] = useState<unknown>();

  function setRandom(checked: boolean): void {
    if (checked) setExact(value);
    setValue(checked ? random : (exact ?? newSeed(descriptor)));
  }
  const { least, most } = seedRange(descriptor);
  const isExact = !isRandom && typeof value === "number" && Number.isSafeInteger(value);
  const start = isExact ? value : last;
  const steps = [
    ["lower", labels.form.seedLower, -1],
    ["higher", labels.form.seedHigher, 1],
  ] as const;
  const randomId = `${field.id}-random`;
  useEarlyInput(randomId, (control) => setRandom((control as HTMLInputElement).checked));

  function take(seed: number | string, text: string): void {
    setValue(seed === "" ? (random ?? "") : isHeldExactly(seed, descriptor) ? seed : text);
  }

  return (
    <FieldFrame
      {...rest}
      ref={ref}
      field={field}
      kind="seed"
      renderControl={(attributes) => (
        <div {...part("seed-control")}>
          {random !== undefined && (
            <label {...part("seed-random", "line")}>
              <SwitchButton id={randomId} checked={isRandom} onCheckedChange={setRandom} />
              {labels.form.randomEachTime}
            </label>
          )}
          <div {...part("seed-entry", "line")}>
            <NumberInput
              {...attributes}
              inputMode="numeric"
              name={name}
              role="textbox"
              value={isRandom ? "" : value}
              limits={descriptor}
              onValueChange={take}
              onBlur={field.onBlur}
              onPaste={(event) => {
                const text = event.clipboardData.getData("text/plain");
                const seed = seedInText(text);
                if (seed === undefined || seed === text) return;
                event.preventDefault();
                take(parseNumber(seed), seed);
              }}
            />
            {steps.map(([direction, label, change]) => (
              <button
                key={direction}
                {...part("seed-step", "button")}
                data-direction={direction}
                aria-label={label}
                title={label}
                disabled={start === undefined}
                onClick={() =>
                  start !== undefined && setValue(Math.min(Math.max(start + change, least), most))
                }
              />
            ))}
            <button
              {...part("seed-new", "button")}
              aria-label={labels.form.newSeed}
              title={labels.form.newSeed}
              onClick={() => setValue(newSeed(descriptor))}
            />
          </div>
          {last !== undefined && last !== value && (
            <button {...part("seed-last", "button")} onClick={() => setValue(last)}>
              {labels.form.lastSeed(last)}
            </button>
          )}
        </div>
      )}
    />
  );
}) as unknown as FieldComponent;
