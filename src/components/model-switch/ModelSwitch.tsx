"use client";
import { forwardRef, useContext, useId, useRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { useModelLabels } from "../../hooks/useModelLabels.ts";
import type { Model } from "../../models/defineModel.ts";
import { controlId, PromptFormContext } from "../form-context/PromptFormContext.ts";
import { useEarlyInput } from "../form-context/useEarlyInput.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useParts } from "../internals/useParts.ts";

export interface ModelSwitchProps extends Omit<PartProps<"div">, "defaultValue"> {
  readonly models: readonly Model[];
  readonly value: string;
  readonly onValueChange: (modelId: string) => void;
}

/** Renders a `<div>` with a labeled `<select>` of models and the selected model's description. */
export const ModelSwitch = forwardRef<HTMLDivElement, ModelSwitchProps>(function ModelSwitch(
  { models, value, onValueChange, ...props },
  ref,
) {
  const part = useParts(props.classNames);
  const { labels } = useEasel();
  const ownId = useId();
  const form = useContext(PromptFormContext);
  // A form's prefix lets the form restore focus after it has rendered the new model's fields.
  const id = form ? controlId(form.id, "-model") : ownId;
  const select = useRef<HTMLSelectElement>(null);
  useEarlyInput(id, (control) => onValueChange(control.value), select);
  const description = useModelLabels(models.find((model) => model.id === value))?.description;

  return (
    <Part as="div" partName="model-switch" kind="root" own={props} ref={ref}>
      <label {...part("field-label", "strong")} htmlFor={id}>
        {labels.result.modelSwitch}
      </label>
      <span {...part("model-switch-control", "overlay")}>
        <select
          ref={select}
          id={id}
          {...part("model-switch-select", "input")}
          value={value}
          aria-describedby={description === undefined ? undefined : `${id}-help`}
          onChange={(event) => onValueChange(event.target.value)}
        >
          {models.map((model) => (
            <option key={model.id} value={model.id}>
              {model.title}
            </option>
          ))}
        </select>
      </span>
      {description !== undefined && (
        <p id={`${id}-help`} {...part("model-switch-help", "caption")}>
          {description}
        </p>
      )}
      {contentOf(props)}
    </Part>
  );
});
