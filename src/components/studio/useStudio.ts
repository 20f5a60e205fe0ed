"use client";
import { useRef, useState } from "react";
import { useGenerate, useRecipeLink, type Job } from "../../hooks/index.ts";
import type { FormValues, Model } from "../../models/index.ts";
import { carryOver } from "../form/carryOver.ts";
import type { JobInput } from "../result/ImageResultContext.ts";
import { inputToForm } from "../form/inputToForm.ts";
import { showPane } from "./showPane.ts";

export interface UseStudioOptions {
  readonly models: readonly Model[];
  readonly defaultModel?: string | undefined;
  readonly defaultValues?: FormValues | undefined;
  readonly scope: string;
}

/** What a studio remembers beside its runs: the model and the run that are shown, and what is on its way into the form. */
export function useStudio({ models, defaultModel, defaultValues, scope }: UseStudioOptions) {
  const [modelId, setModelId] = useState(defaultModel);
  const [start, setStart] = useState({ version: 0, values: defaultValues ?? {} });
  const [fill, setFill] = useState<FormValues>();
  const [chosen, setChosen] = useState<string>();
  const resultPane = useRef<HTMLDivElement>(null);

  const findModel = (id: string | undefined) => models.find((one) => one.id === id);
  const model = findModel(modelId) ?? models[0];
  if (!model) {
    throw new Error("Easel: <Studio models={[]}> has no model to draw a form from. Give it one.");
  }

  const run = useGenerate(model, { scope });
  const { job, jobs, error } = run;
  const shown = jobs.find(({ attemptId }) => attemptId === chosen) ?? job;
  const shownModel = findModel(shown?.modelId);
  const isCurrent = shown === job;

  function generate(values: FormValues) {
    setChosen(undefined);
    run.generate(values);
    showPane(resultPane.current);
  }

  function show({ attemptId }: Pick<Job, "attemptId">) {
    setChosen(attemptId);
    showPane(resultPane.current);
  }

  /** The whole form as it was for a run. */
  function reuse(input: JobInput, of: Model | undefined = shownModel) {
    if (!of) return;
    setModelId(of.id);
    setStart(({ version }) => ({ version: version + 1, values: inputToForm(of, input) }));
  }

  /** Some values beside what stands in the form. */
  function take(values: FormValues, of: Model | undefined = shownModel) {
    if (of) setModelId(of.id);
    setFill({ ...values });
  }

  /** The button that is pressed goes with the error that it stands in: the focus goes on to where its end is told. */
  const leaving = (act: (() => void) | undefined) =>
    isCurrent && act
      ? () => {
          resultPane.current?.focus({ preventScroll: true });
          act();
        }
      : undefined;

  useRecipeLink([model, ...models], ({ values, model: of = model }) => take(values, of));

  return {
    model,
    run,
    /** The run whose result is seen: the one that was chosen, else the current one. */
    shown,
    shownModel,
    error: isCurrent ? error : shown?.error,
    onRetry: leaving(run.retry),
    onCheck: leaving(run.check),
    resultPane,
    generate,
    show,
    reuse,
    take,
    setModelId,
    form: {
      key: start.version,
      fill,
      defaultValues: carryOver(model, new Map(Object.entries(start.values))),
      fieldErrors: !job || job.modelId === model.id ? error?.fields : undefined,
    },
  };
}
