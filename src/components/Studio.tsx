"use client";
import { forwardRef, useRef, useState } from "react";
import { useGenerate } from "../hooks/index.ts";
import { catalog, type FormValues, type Model } from "../models/index.ts";
import { carryOver } from "./carryOver.ts";
import { fillPart } from "./fillPart.ts";
import type { JobInput } from "./ImageResultContext.ts";
import * as ImageResult from "./imageResultParts.ts";
import { inputToForm } from "./inputToForm.ts";
import { JobError } from "./JobError.tsx";
import { JobProgress } from "./JobProgress.tsx";
import { ModelSwitch } from "./ModelSwitch.tsx";
import * as PromptForm from "./promptFormParts.ts";
import { renderPart, type PartProps } from "./renderPart.ts";
import { showPane } from "./showPane.ts";
import { StudioRuns } from "./StudioRuns.tsx";

export interface StudioProps extends PartProps<"div"> {
  /** The models to choose from. @default catalog */
  readonly models?: readonly Model[] | undefined;
  /** The id of the model to begin with. @default the first model's */
  readonly defaultModel?: string | undefined;
  /** Values to begin with, over the model's own start. */
  readonly defaultValues?: FormValues | undefined;
  /** Studios of one scope share their runs. @default "studio" */
  readonly scope?: string | undefined;
}

/**
 * All of it assembled: a choice of models, the form, progress, errors, the result, and the runs so far. Renders a
 * `<div>` that is two panes on a desk and one column in a sidebar. Take it as it is, or as the example to copy from.
 *
 * @example
 * <EaselProvider client={createClient()}>
 *   <Studio models={[sdxlTorch]} />
 * </EaselProvider>
 */
export const Studio = forwardRef<HTMLDivElement, StudioProps>(function Studio(
  { models = catalog, defaultModel, defaultValues, scope = "studio", ...props },
  ref,
) {
  const [modelId, setModelId] = useState(defaultModel);
  const [start, setStart] = useState({ version: 0, values: defaultValues ?? {} });
  const [fill, setFill] = useState<FormValues>();
  const [chosen, setChosen] = useState<string>();
  const resultPane = useRef<HTMLDivElement>(null);

  const findModel = (id: string | undefined) => models.find((model) => model.id === id);
  const model = findModel(modelId) ?? models[0];
  if (!model) {
    throw new Error("Easel: <Studio models={[]}> has no model to draw a form from. Give it one.");
  }

  const run = useGenerate(model, { scope });
  const { status, job, jobs, reasons } = run;
  const shown = jobs.find(({ attemptId }) => attemptId === chosen) ?? job;
  const shownModel = findModel(shown?.modelId);

  function handleGenerate(values: FormValues) {
    setChosen(undefined);
    run.generate(values);
    showPane(resultPane.current);
  }

  function handleReuse(input: JobInput) {
    if (!shownModel) return;
    setModelId(shownModel.id);
    setStart(({ version }) => ({
      version: version + 1,
      values: inputToForm(shownModel, input),
    }));
  }

  function handleUse(values: JobInput) {
    if (!shownModel) return;
    setModelId(shownModel.id);
    setFill({ ...values });
  }

  return renderPart({
    as: "div",
    name: "studio",
    state: { status },
    ref,
    props: {
      ...props,
      children: fillPart(props, (given) => (
        <div data-easel="studio-desk">
          <div data-easel="studio-settings">
            {models.length > 1 && (
              <ModelSwitch models={models} value={model.id} onValueChange={setModelId} />
            )}
            <PromptForm.Root
              key={start.version}
              model={model}
              onGenerate={handleGenerate}
              status={status}
              reasons={reasons}
              defaultValues={carryOver(model, new Map(Object.entries(start.values)))}
              fill={fill}
              fieldErrors={!job || job.modelId === model.id ? run.error?.fields : undefined}
            >
              <PromptForm.Fields />
              <PromptForm.Reasons />
              <PromptForm.Price />
              <PromptForm.Submit />
            </PromptForm.Root>
          </div>

          <div data-easel="studio-result" ref={resultPane}>
            <JobError
              error={shown === job ? run.error : shown?.error}
              model={shownModel}
              onRetry={shown === job ? run.retry : undefined}
              onCheck={shown === job ? run.check : undefined}
            />
            <ImageResult.Root
              status={shown?.status ?? status}
              result={shown?.result}
              input={shown?.input}
              model={shownModel}
              error={shown?.error}
              onReuse={handleReuse}
              onUse={handleUse}
            >
              <ImageResult.Grid />
              <JobProgress status={status} progress={run.progress} trouble={job?.trouble} />
              <div data-easel="image-result-verbs">
                <ImageResult.Reuse />
                <ImageResult.DownloadAll />
              </div>
              <ImageResult.Compare />
              <ImageResult.Details />
            </ImageResult.Root>
            {jobs.length > 1 && (
              <StudioRuns jobs={jobs} value={shown?.attemptId} onValueChange={setChosen} />
            )}
            {given}
          </div>
        </div>
      )),
    },
  });
});
