"use client";
import { forwardRef, useId, type JSX, type RefAttributes } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import type { Preset } from "../../ledger/createPresets.ts";
import type { CatalogModel } from "../../models/catalog/catalog.ts";
import type { Model } from "../../models/defineModel.ts";
import type { FieldName, FormValues } from "../../models/formValues.ts";
import { CreditsBadge } from "../credits-badge/CreditsBadge.tsx";
import type { UsedImage } from "../image-result/context/continueOptions.ts";
import * as ImageResult from "../image-result/imageResultParts.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useParts } from "../internals/useParts.ts";
import { JobError } from "../job-error/JobError.tsx";
import { JobProgress } from "../job-progress/JobProgress.tsx";
import { ModelSwitch } from "../model-switch/ModelSwitch.tsx";
import type { FieldControls } from "../prompt-form/PromptFormFields.tsx";
import * as PromptForm from "../prompt-form/promptFormParts.ts";
import { StudioFoot } from "./StudioFoot.tsx";
import { StudioHistory } from "./StudioHistory.tsx";
import { StudioNotice } from "./StudioNotice.tsx";
import { StudioPending } from "./StudioPending.tsx";
import { StudioRuns } from "./StudioRuns.tsx";
import { StudioShortcuts } from "./StudioShortcuts.tsx";
import { useStudio } from "./useStudio.ts";

export interface StudioProps<M extends Model = CatalogModel> extends PartProps<"div"> {
  /**
   * Models to offer. `"host"` offers the host's models, with the host's limits. Until those models load, or if they
   * fail to load, the catalog's models are offered. @default "host"
   */
  readonly models?: readonly M[] | "host" | undefined;
  /** ID of the initial model. Throws if a `models` array has no model with this ID. @default the first model's ID */
  readonly defaultModel?: string | undefined;
  readonly defaultValues?: FormValues<NoInfer<M>> | undefined;
  /** Custom controls by field name. `false` hides a field. */
  readonly controls?: FieldControls<NoInfer<M>> | undefined;
  readonly order?: readonly FieldName<NoInfer<M>>[] | undefined;
  /** Named settings to suggest in the menu of presets, in addition to the user's own. */
  readonly presets?: readonly Preset[] | undefined;
  /**
   * Scope of the jobs, the batch, and the draft. Studios with the same scope share them. @default "studio"
   */
  readonly scope?: string | undefined;
  /** Called with the image that the user chose for your app. Without this callback, images have no "Use image" button. */
  readonly onUse?: ((image: UsedImage) => void) | undefined;
  /** Level of the visually hidden headings of the settings, the result, and the recent generations. @default 2 */
  readonly headingLevel?: 2 | 3 | 4 | undefined;
}

/** Renders a `<div>` with a complete app in two panes, or one if space is limited. Use it as is, or copy its code. */
export const Studio = forwardRef<HTMLDivElement, StudioProps<Model>>(
  function Studio(allProps, ref) {
    const { models: source = "host", defaultModel, defaultValues, ...others } = allProps;
    const { scope = "studio", controls, order, presets, headingLevel = 2, ...rest } = others;
    const { onUse, ...props } = rest;
    const part = useParts(props.classNames);
    const studio = useStudio({ source, defaultModel, defaultValues, scope });
    const { models, disabledReasons } = studio;
    const { model, run, shown, shownModel } = studio;
    const { status, isSubmitting, jobs } = run;
    const { key: progressKey, ...progress } = studio.progress;
    const { labels } = useEasel();
    const titleId = useId();
    const Heading = `h${headingLevel}` as const;
    const heading = part("studio-heading", "visually-hidden");
    // With the host's models, the switch is always rendered, to avoid a layout shift when they load.
    const hasModelSwitch = source === "host" || models.length > 1;

    return (
      <Part as="div" partName="studio" kind="root" state={{ status }} own={props} ref={ref}>
        <div {...part("studio-desk", "stack")}>
          <div {...part("studio-settings", "stack")}>
            <Heading {...heading} id={titleId}>
              {labels.studio.settings}
            </Heading>
            <PromptForm.Root
              {...studio.form}
              ref={studio.formElement}
              model={model}
              onGenerate={studio.generate}
              status={status}
              isSubmitting={isSubmitting}
              disabledReasons={disabledReasons}
              aria-labelledby={titleId}
            >
              <PromptForm.Fields<Model>
                controls={controls}
                order={order}
                afterPrompt={
                  hasModelSwitch && (
                    <ModelSwitch
                      models={models}
                      value={model.id}
                      onValueChange={studio.chooseModel}
                    />
                  )
                }
              />
              <StudioFoot
                defaultValues={defaultValues}
                hasModelSwitch={hasModelSwitch}
                modelFormRef={studio.modelForm}
                applied={studio.applied}
                onUndoEnd={studio.endUndo}
                error={studio.error}
                tools={{
                  scope,
                  models,
                  presets,
                  onApplyPreset: studio.applyPreset,
                  startImage: studio.startImage,
                  onShow: studio.show,
                }}
              />
            </PromptForm.Root>
          </div>

          <div {...part("studio-result", "stack")} ref={studio.resultPane} tabIndex={-1}>
            <Heading {...heading}>{labels.studio.result}</Heading>
            <div {...part("studio-bar", "row")}>
              <CreditsBadge />
              <StudioHistory
                scope={scope}
                models={models}
                current={shown}
                onOpen={studio.show}
                onReuse={(input, of) => studio.reuse({ ...input, seed: undefined }, of)}
                onStart={studio.start}
                onGenerate={studio.resultOptions.onGenerate}
                onCompare={studio.compare}
              />
              <StudioShortcuts />
            </div>
            <div {...part("studio-stage", "stack")}>
              <ImageResult.Root
                status={progress.status}
                result={shown?.result}
                input={shown?.input}
                model={shownModel}
                error={shown?.error}
                onReuse={studio.reuse}
                onApply={studio.take}
                onUse={onUse}
                {...studio.resultOptions}
              >
                <JobError
                  error={studio.error}
                  job={shown}
                  model={shownModel}
                  onFocusField={studio.onFocusField}
                  onRetry={studio.onRetry}
                  onCheck={studio.onCheck}
                />
                <ImageResult.Grid
                  progress={
                    <JobProgress key={progressKey} {...progress}>
                      <StudioPending job={shown} onStop={studio.stop} onHide={studio.hide} />
                    </JobProgress>
                  }
                />
                <div {...part("image-result-verbs", "row")}>
                  <ImageResult.Reuse />
                  <ImageResult.Reuse withSeed />
                  <ImageResult.Link />
                  <ImageResult.DownloadAll />
                </div>
                <ImageResult.Details />
              </ImageResult.Root>
              <StudioNotice notice={studio.notice} />
              {jobs.length > 0 && (
                <StudioRuns
                  jobs={jobs}
                  value={shown?.attemptId}
                  comparison={studio.resultOptions.comparison}
                  isChoosing={studio.isChoosing}
                  onChoose={studio.show}
                >
                  <Heading {...heading}>{labels.result.jobs}</Heading>
                </StudioRuns>
              )}
            </div>
            {contentOf(props)}
          </div>
        </div>
      </Part>
    );
  },
) as unknown as <M extends Model = CatalogModel>(
  props: StudioProps<M> & RefAttributes<HTMLDivElement>,
) => JSX.Element;
