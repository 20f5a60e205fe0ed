"use client";
import { useContext, useRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { useGenerationQueue } from "../../hooks/useGenerationQueue.ts";
import type { Preset } from "../../ledger/createPresets.ts";
import type { Model } from "../../models/defineModel.ts";
import type { Job } from "../../runtime/job.ts";
import type { BatchProps } from "../batch/Batch.tsx";
import { FoldContext, usePromptForm } from "../form-context/PromptFormContext.ts";
import { useLoadedPart } from "../internals/useLoadedPart.ts";
import { useParts } from "../internals/useParts.ts";
import { PresetsMenu } from "../presets/PresetsMenu.tsx";
import { PromptFormSeedLock } from "../prompt-form/PromptFormSeedLock.tsx";
import { canFold } from "./canFold.ts";
import { StudioDialog } from "./StudioDialog.tsx";
import { StudioSummary } from "./StudioSummary.tsx";
import type { StartImage } from "./useAppliedSettings.ts";
import { useStartRemoval } from "./useStartRemoval.ts";

export interface StudioToolsProps {
  readonly scope: string;
  readonly models: readonly Model[];
  readonly presets: readonly Preset[] | undefined;
  readonly onApplyPreset: (preset: Preset) => void;
  readonly startImage: StartImage | undefined;
  /** Called with a job of the batch. */
  readonly onShow: (job: Job) => void;
}

const loadBatch = async () => (await import("../batch/Batch.tsx")).Batch;

/** Renders the presets, the batch, and the fixed seed. Loaded after the form, because the form works without them. */
export function StudioTools(props: StudioToolsProps) {
  const { scope, models, presets, onApplyPreset, startImage, onShow } = props;
  const part = useParts();
  const { labels } = useEasel();
  const { model, form } = usePromptForm("Studio").modelForm;
  const row = useRef<HTMLDivElement>(null);
  const [, setOpen] = useContext(FoldContext);
  const { entries, status } = useGenerationQueue({ scope });
  const { Part: Batch, hasFailed, open, close } = useLoadedPart<BatchProps>(loadBatch);
  useStartRemoval(startImage);
  const waiting = entries.filter((entry) => entry.status === "waiting").length;

  function show(job: Job): void {
    close();
    if (canFold(row.current)) setOpen(false);
    onShow(job);
  }

  return (
    <>
      <StudioSummary hasModels={models.length > 1} />
      <div {...part("studio-tools", "row")} ref={row}>
        <PresetsMenu
          presets={presets}
          onApply={(preset) => {
            onApplyPreset(preset);
            return undefined;
          }}
        />
        <button
          {...part("studio-batch", "button-bare")}
          data-status={status}
          aria-haspopup="dialog"
          onClick={() => open()}
        >
          {waiting > 0 ? labels.settings.batchWaiting(waiting) : labels.settings.batch}
        </button>
        <span {...part("studio-status")} role="status">
          {hasFailed && labels.settings.loadFailed}
        </span>
        <PromptFormSeedLock />
      </div>
      {/* Outside the row, which a phone hides while a generation is sent. A hidden modal dialog would block the page. */}
      {Batch && (
        <StudioDialog name="batch" title={labels.settings.batch} onClose={close}>
          <Batch
            scope={scope}
            model={model}
            models={models}
            values={form.getValues()}
            onShowResults={show}
          />
        </StudioDialog>
      )}
    </>
  );
}
