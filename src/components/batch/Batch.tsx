"use client";
import { forwardRef, useId, useRef, useState } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { maxQueueEntries, useGenerationQueue } from "../../hooks/useGenerationQueue.ts";
import type { Model } from "../../models/defineModel.ts";
import { describeFields } from "../../models/describeFields.ts";
import type { FormValues } from "../../models/formValues.ts";
import type { EaselError } from "../../protocol/EaselError.ts";
import type { Job } from "../../runtime/job.ts";
import { ActionIcon } from "../internals/ActionIcon.tsx";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { promptOf } from "../internals/promptOf.ts";
import { useParts } from "../internals/useParts.ts";
import { BatchForm, type BatchChoice } from "./BatchForm.tsx";
import { batchItems, isOffered, linesOf } from "./batchItems.ts";
import { BatchQueue } from "./BatchQueue.tsx";
import { BatchTotal } from "./BatchTotal.tsx";
import { useQueueLabels } from "./useQueueLabels.ts";

export interface BatchProps extends PartProps<"div"> {
  /** Name of the queue and scope of its jobs. Pass the scope of `useGenerate` to list the jobs there. */
  readonly scope: string;
  readonly model: Model;
  /** Values of all fields other than the prompt, such as those of a form. @default the model's initial values */
  readonly values?: FormValues | undefined;
  /** Models that the user can choose from. @default only `model` */
  readonly models?: readonly Model[] | undefined;
  /** Called with the job whose result the user wants to see. Without this callback, there are no buttons for it. */
  readonly onShowResults?: ((job: Job) => void) | undefined;
}

const noValues: FormValues = {};

/**
 * Renders a `<div>` that queues several generations: several prompts, generations per prompt, and models, with the total
 * price and the queue. Models that require an image are offered only if `values` has one.
 */
export const Batch = forwardRef<HTMLDivElement, BatchProps>(function Batch(allProps, ref) {
  const { scope, model, values = noValues, models = [model], ...rest } = allProps;
  const { onShowResults, ...props } = rest;
  const part = useParts(props.classNames);
  const labels = useQueueLabels();
  const { errors } = useEasel().labels.result;
  const queue = useGenerationQueue({ scope });
  const [choice, setChoice] = useState<BatchChoice>(() => ({
    text: promptOf(values),
    takes: 1,
    modelIds: [model.id],
  }));
  const [problem, setProblem] = useState<string>();

  const [isFormOpen, setFormOpen] = useState(false);

  const totalId = useId();
  const more = useRef<HTMLButtonElement>(null);
  const promptBox = useRef<HTMLTextAreaElement>(null);
  const prompts = linesOf(choice.text);
  const entered = { values, modelId: model.id };
  const offered = models.filter((one) => isOffered(one, entered));
  const chosen = offered.filter(({ id }) => choice.modelIds.includes(id));
  const items = batchItems({ ...choice, ...entered, models: chosen, prompts });
  const isEmpty = items.length === 0;
  const isWaiting = queue.status !== "idle";
  const isFirst = queue.entries.length === 0;

  /** Returns the message of the first invalid field, which may be a field of the form. */
  function invalidText({ code, message, fields = {} }: EaselError): string {
    const [name, problemOfField] = Object.entries(fields)[0] ?? [];
    if (problemOfField === undefined) return errors[code] ?? message;
    const field = chosen.flatMap(describeFields).find((one) => one.name === name);
    return field ? labels.invalid(field.label, problemOfField) : problemOfField;
  }

  function start(): void {
    if (isEmpty) return promptBox.current?.focus();
    const error = queue.add(items);
    if (error?.code === "too_large") return setProblem(labels.tooMany(maxQueueEntries));
    if (error) return setProblem(invalidText(error));
    setProblem(undefined);
    setChoice((before) => ({ ...before, text: "" }));
    // The pressed button unmounts.
    more.current?.focus();
    setFormOpen(false);
    return queue.resume();
  }

  return (
    <Part
      as="div"
      partName="batch"
      kind="stack"
      own={props}
      onKeyDown={(event) => {
        // Inside another form, these keys would also submit that form.
        event.stopPropagation();
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        start();
      }}
      ref={ref}
    >
      <BatchQueue scope={scope} queue={queue} models={models} onShowResults={onShowResults} />
      {!isFirst && (
        <button
          {...part("batch-more", "button")}
          ref={more}
          aria-expanded={isFormOpen}
          onClick={() => setFormOpen(!isFormOpen)}
        >
          {labels.morePrompts}
          <ActionIcon name="chevron" />
        </button>
      )}
      {(isFirst || isFormOpen) && (
        <>
          <BatchForm
            isFirst={isFirst}
            models={offered}
            promptBox={promptBox}
            choice={choice}
            problem={problem}
            onChange={(change) => {
              setProblem(undefined);
              setChoice((before) => ({ ...before, ...change }));
            }}
          />
          <div {...part("batch-foot", "row")}>
            <BatchTotal id={totalId} items={items} />
            <button
              {...part("batch-start", isWaiting || isEmpty ? "button" : "button-primary")}
              aria-disabled={isEmpty || undefined}
              aria-describedby={isEmpty ? totalId : undefined}
              onClick={start}
            >
              {isWaiting ? labels.addMore : labels.start}
            </button>
          </div>
        </>
      )}
      {contentOf(props)}
    </Part>
  );
});
