"use client";
import { forwardRef } from "react";
import { catalog, type FormValues, type Model } from "../../models/index.ts";
import { CreditsBadge } from "../CreditsBadge.tsx";
import { fillPart } from "../parts/fillPart.ts";
import * as ImageResult from "../result/imageResultParts.ts";
import { JobError } from "../jobs/JobError.tsx";
import { JobProgress } from "../jobs/JobProgress.tsx";
import { ModelSwitch } from "../form/ModelSwitch.tsx";
import * as PromptForm from "../form/promptFormParts.ts";
import { renderPart, type PartProps } from "../parts/renderPart.ts";
import { StudioHistory } from "./StudioHistory.tsx";
import { StudioRuns } from "./StudioRuns.tsx";
import { StudioShortcuts } from "./StudioShortcuts.tsx";
import { useStudio } from "./useStudio.ts";
import { useParts } from "../parts/useParts.ts";

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
  const part = useParts(props.classNames);
  const studio = useStudio({ models, defaultModel, defaultValues, scope });
  const { model, run, shown, shownModel } = studio;
  const { status, jobs, reasons, progress } = run;
  const { key, ...form } = studio.form;

  return renderPart({
    as: "div",
    name: "studio",
    state: { status },
    ref,
    props: {
      ...props,
      children: fillPart(props, (given) => (
        <div {...part("studio-desk")}>
          <div {...part("studio-settings")}>
            {models.length > 1 && (
              <ModelSwitch models={models} value={model.id} onValueChange={studio.setModelId} />
            )}
            <PromptForm.Root
              key={key}
              {...form}
              model={model}
              onGenerate={studio.generate}
              status={status}
              reasons={reasons}
            >
              <PromptForm.Fields />
              <div {...part("studio-foot")}>
                <PromptForm.Reasons />
                <PromptForm.Price />
                <PromptForm.Submit />
              </div>
            </PromptForm.Root>
          </div>

          <div {...part("studio-result")} ref={studio.resultPane} tabIndex={-1}>
            <div {...part("studio-bar")}>
              <CreditsBadge />
              <StudioHistory
                scope={scope}
                models={models}
                onOpen={studio.show}
                onReuse={studio.reuse}
              />
              <StudioShortcuts />
            </div>
            <JobError
              error={studio.error}
              model={shownModel}
              onRetry={studio.onRetry}
              onCheck={studio.onCheck}
            />
            <ImageResult.Root
              status={shown?.status ?? status}
              result={shown?.result}
              input={shown?.input}
              model={shownModel}
              error={shown?.error}
              onReuse={studio.reuse}
              onUse={studio.take}
            >
              <ImageResult.Grid />
              <JobProgress status={status} progress={progress} trouble={run.job?.trouble} />
              <div {...part("image-result-verbs")}>
                <ImageResult.Reuse />
                <ImageResult.Link />
                <ImageResult.DownloadAll />
              </div>
              <ImageResult.Compare />
              <ImageResult.Details />
            </ImageResult.Root>
            {jobs.length > 1 && (
              <StudioRuns jobs={jobs} value={shown?.attemptId} onChoose={studio.show} />
            )}
            {given}
          </div>
        </div>
      )),
    },
  });
});
