"use client";
import { useContext } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { useModelLabels } from "../../hooks/useModelLabels.ts";
import type { Model } from "../../models/defineModel.ts";
import { focusField } from "../form-context/focusField.ts";
import { FoldContext, PromptFormContext } from "../form-context/PromptFormContext.ts";
import { fieldLabel } from "../internals/fieldLabel.ts";
import { useParts } from "../internals/useParts.ts";

interface JobErrorFieldsProps {
  readonly fields: Readonly<Record<string, string>>;
  readonly model: Model | undefined;
  readonly onFocusField: ((name: string) => void) | undefined;
}

export function JobErrorFields({ fields, model: given, onFocusField }: JobErrorFieldsProps) {
  const part = useParts();
  const text = useEasel().labels.result;
  const form = useContext(PromptFormContext);
  const [, unfold] = useContext(FoldContext);
  const model = useModelLabels(given ?? form?.modelForm.model);
  const focus = onFocusField ?? (form && ((name: string) => focusField(form.id, name, unfold)));
  return (
    <ul {...part("job-error-fields", "list")} aria-label={text.fields}>
      {Object.entries(fields).map(([name, message]) => (
        <li key={name}>
          {name !== "" && focus && (
            <button {...part("job-error-field", "button-bare")} onClick={() => focus(name)}>
              {fieldLabel(model, name)}
            </button>
          )}
          {name !== "" && !focus && <strong>{fieldLabel(model, name)}</strong>}{" "}
          <span dir="auto">{message}</span>
        </li>
      ))}
    </ul>
  );
}
