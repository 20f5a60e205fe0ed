"use client";
import { forwardRef, useState } from "react";
import { useEasel } from "../../hooks/index.ts";
import { FieldFrame, type FieldProps } from "./FieldFrame.tsx";
import { NumberInput } from "./NumberInput.tsx";
import { isHeldExactly, newSeed, randomSeedOf } from "./seed.ts";
import { SwitchButton } from "./SwitchButton.tsx";
import { useField } from "./useField.ts";

/**
 * The number that a picture starts from: a new one each time, or an exact one, up to fifteen digits, so that a picture can
 * be made again. Renders a switch, an `<input>` and a button that draws a seed.
 *
 * @example
 * <SeedField name="seed" />
 */
export const SeedField = forwardRef<HTMLDivElement, FieldProps>(function SeedField(
  { name, ...rest },
  ref,
) {
  const field = useField("SeedField", name);
  const { labels } = useEasel();
  const { descriptor, value, setValue } = field;
  const random = randomSeedOf(descriptor);
  const isRandom = random !== undefined && (value === random || (value ?? "") === "");
  // What the switch goes back to.
  const [exact, setExact] = useState<unknown>();

  return (
    <FieldFrame
      {...rest}
      ref={ref}
      field={field}
      kind="seed"
      renderControl={(attributes) => (
        <div data-easel="seed-control">
          <div data-easel="seed-entry">
            <NumberInput
              {...attributes}
              inputMode="numeric"
              name={name}
              placeholder={random === undefined ? undefined : labels.form.randomEachTime}
              value={isRandom ? "" : value}
              onValueChange={(seed, text) =>
                setValue(
                  seed === "" ? (random ?? "") : isHeldExactly(seed, descriptor) ? seed : text,
                )
              }
              onBlur={field.onBlur}
            />
            <button
              type="button"
              data-easel="seed-new"
              aria-label={labels.form.newSeed}
              title={labels.form.newSeed}
              onClick={() => setValue(newSeed(descriptor))}
            />
          </div>
          {random !== undefined && (
            <label data-easel="seed-random">
              <SwitchButton
                checked={isRandom}
                onCheckedChange={(checked) => {
                  if (checked) setExact(value);
                  setValue(checked ? random : (exact ?? newSeed(descriptor)));
                }}
              />
              {labels.form.randomEachTime}
            </label>
          )}
        </div>
      )}
    />
  );
});
