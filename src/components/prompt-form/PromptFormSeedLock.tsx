"use client";
import { forwardRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { randomSeedOf } from "../fields/seed/seed.ts";
import { usePromptForm } from "../form-context/PromptFormContext.ts";
import { useFormSnapshot } from "../form-context/useFormSnapshot.ts";
import { ActionIcon } from "../internals/ActionIcon.tsx";
import { Part, type PartProps } from "../internals/Part.tsx";
import { useParts } from "../internals/useParts.ts";

export type PromptFormSeedLockProps = Omit<PartProps<"span">, "children">;

/** Renders a `<span>` with the fixed seed and a button that makes the seed random. Renders nothing for a random seed. */
export const PromptFormSeedLock = forwardRef<HTMLSpanElement, PromptFormSeedLockProps>(
  function PromptFormSeedLock(props, ref) {
    const part = useParts(props.classNames);
    const { modelForm } = usePromptForm("PromptForm.SeedLock");
    const labels = useEasel().labels.settings;
    const { fields, form } = modelForm;
    const field = fields.find(({ kind }) => kind === "seed");
    const [value] = useFormSnapshot(form, () => [field && form.getValues(field.name)]);
    const random = field && randomSeedOf(field);
    if (!field || random === undefined || value === random || (value ?? "") === "") return null;
    return (
      <Part as="span" partName="seed-chip" own={props} ref={ref}>
        <span {...part("seed-chip-text")}>{labels.seedLocked(String(value))}</span>
        <button
          {...part("seed-chip-unlock", "button-bare")}
          aria-label={labels.unlockSeed}
          title={labels.unlockSeed}
          onClick={({ currentTarget }) => {
            const owner = currentTarget.closest("form");
            owner?.querySelector<HTMLElement>('[type="submit"]')?.focus();
            form.setValue(field.name, random, { shouldDirty: true, shouldValidate: true });
          }}
        >
          <ActionIcon partName="seed-chip-icon" name="close" />
        </button>
      </Part>
    );
  },
);
