"use client";
import { useEffect, useId, type RefObject } from "react";
import type { Model } from "../../models/defineModel.ts";
import { useParts } from "../internals/useParts.ts";
import { useQueueLabels } from "./useQueueLabels.ts";

export interface BatchChoice {
  /** Prompts, one per line. */
  readonly text: string;
  readonly takes: number;
  readonly modelIds: readonly string[];
}

interface BatchFormProps {
  /** Whether the queue above the form is empty. */
  readonly isFirst: boolean;
  readonly models: readonly Model[];
  readonly promptBox: RefObject<HTMLTextAreaElement | null>;
  readonly choice: BatchChoice;
  readonly problem: string | undefined;
  readonly onChange: (change: Partial<BatchChoice>) => void;
}

const mostTakes = 20;

export function BatchForm(props: BatchFormProps) {
  const { isFirst, models, promptBox, choice, problem, onChange } = props;
  const part = useParts();
  const labels = useQueueLabels();
  const id = useId();
  const { text, takes, modelIds } = choice;
  // The form's prompt is selected, so that typing replaces it.
  useEffect(() => {
    promptBox.current?.focus();
    promptBox.current?.select();
  }, [promptBox]);

  function toggle(modelId: string): void {
    const next = modelIds.includes(modelId)
      ? modelIds.filter((one) => one !== modelId)
      : [...modelIds, modelId];
    // At least one model stays selected.
    if (next.length > 0) onChange({ modelIds: next });
  }

  return (
    <div {...part("batch-form", "stack")}>
      <label {...part("batch-label", "strong")} htmlFor={`${id}-prompts`}>
        {labels.prompts}
      </label>
      <textarea
        {...part("batch-prompts", "input")}
        id={`${id}-prompts`}
        dir="auto"
        rows={isFirst ? 6 : 3}
        ref={promptBox}
        placeholder={labels.promptsPlaceholder}
        value={text}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={`${id}-help ${id}-problem`}
        onChange={({ target }) => onChange({ text: target.value })}
      />
      <p {...part("batch-help", "caption")} id={`${id}-help`}>
        {labels.promptsHelp}
      </p>
      <p {...part("batch-problem")} id={`${id}-problem`} role="alert">
        {problem}
      </p>
      <div {...part("batch-options", "row")}>
        <label {...part("batch-option", "line")} title={labels.takesHelp}>
          <span {...part("batch-option-text")}>{labels.takes}</span>
          <input
            {...part("batch-takes", "input")}
            type="number"
            min={1}
            max={mostTakes}
            value={takes}
            onChange={({ target }) =>
              onChange({
                takes: Math.min(Math.max(Math.trunc(target.valueAsNumber) || 1, 1), mostTakes),
              })
            }
          />
        </label>
        {models.length > 1 && (
          <fieldset {...part("batch-models")}>
            <legend {...part("batch-models-title", "strong")}>{labels.models}</legend>
            {models.map((model) => (
              <label key={model.id} {...part("batch-option", "line")}>
                <input
                  {...part("batch-checkbox")}
                  type="checkbox"
                  checked={modelIds.includes(model.id)}
                  onChange={() => toggle(model.id)}
                />
                <span {...part("batch-option-text")}>{model.title}</span>
              </label>
            ))}
          </fieldset>
        )}
      </div>
    </div>
  );
}
