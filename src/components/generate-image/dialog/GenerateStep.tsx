"use client";
import { useEffect, useRef, useState, type RefObject } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { FormValues } from "../../../models/formValues.ts";
import { isPending } from "../../../runtime/isPending.ts";
import { usePromptForm } from "../../form-context/PromptFormContext.ts";
import { resultSeed } from "../../image-result/context/resultSeed.ts";
import { imageFileName } from "../../image-result/download/imageFileName.ts";
import { readImage } from "../../image-result/download/readImage.ts";
import { ImageResultGrid } from "../../image-result/ImageResultGrid.tsx";
import { ImageResultRoot } from "../../image-result/ImageResultRoot.tsx";
import { promptOf } from "../../internals/promptOf.ts";
import { useImageLabels } from "../../internals/useImageLabels.ts";
import { useParts } from "../../internals/useParts.ts";
import { JobError } from "../../job-error/JobError.tsx";
import { JobProgress } from "../../job-progress/JobProgress.tsx";
import * as PromptForm from "../../prompt-form/promptFormParts.ts";
import type { ImageDraft } from "../context/generatedImage.ts";
import { useGenerateImage } from "../context/GenerateImageContext.ts";
import { useGenerateImageLabels } from "../context/useGenerateImageLabels.ts";
import { dialogFields, dialogValues } from "./dialogForm.ts";
import { ImageChoices } from "./ImageChoices.tsx";
import { imageDescription } from "./imageDescription.ts";
import { shownJob } from "./shownJob.ts";

interface GenerateStepProps {
  /** Receives the form's values when the step ends, so that the form has them when the user returns. */
  readonly entered: RefObject<FormValues | undefined>;
  /** Image to which the user returned. */
  readonly last: ImageDraft | undefined;
  readonly onNext: (draft: ImageDraft) => void;
}

/** Stores the form's values on unmount. Renders nothing. */
function FormMemory({ entered }: Pick<GenerateStepProps, "entered">) {
  const { form } = usePromptForm("GenerateImage.Root").modelForm;
  useEffect(() => () => void (entered.current = form.getValues()), [form, entered]);
  return null;
}

/** First step of the dialog: generates images, and lets the user pick one. */
export function GenerateStep({ entered, last, onNext }: GenerateStepProps) {
  const part = useParts();
  const { client, labels: words } = useEasel();
  const labels = useGenerateImageLabels();
  const images = useImageLabels();
  const state = useGenerateImage("GenerateImage.Root");
  const { model, run, value } = state;
  const names = dialogFields(model, state.fields);
  const job = shownJob(state);
  const [defaultValues] = useState(
    () => entered.current ?? dialogValues(state, names, job ?? value?.settings),
  );
  const resultPane = useRef<HTMLDivElement>(null);
  const progress = useRef<HTMLDivElement>(null);
  const [reading, setReading] = useState<"idle" | "reading" | "failed">("idle");
  const [choice, setChoice] = useState<{ readonly of: string; readonly index: number }>();

  const status = run.error ? run.status : (job?.status ?? "idle");
  const result = run.error ? undefined : job?.result;
  const hasImages = Boolean(result?.images.length);
  const isWaiting = isPending({ status });
  const picks = [last, value]
    .filter((image) => job?.requestId && image?.settings?.requestId === job.requestId)
    .map((image) => ({ alt: image?.alt, index: image?.settings?.imageIndex }));
  const chosen = choice && choice.of === job?.attemptId ? choice.index : (picks[0]?.index ?? 0);

  useEffect(() => {
    const pane = resultPane.current;
    if (status === "idle" || !pane) return;
    // The button that stopped the generation has unmounted.
    if (document.activeElement === document.body) pane.focus({ preventScroll: true });
    // On a phone, the result is below the form, which the user may be editing when the images arrive.
    if (isWaiting || !document.activeElement?.matches("input, textarea")) {
      const news = isWaiting ? progress.current : pane;
      const choiceFigure = pane.querySelector(":checked")?.closest("figure");
      for (const shown of [news, choiceFigure]) shown?.scrollIntoView({ block: "nearest" });
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- runs when a generation starts or ends
  }, [isWaiting, hasImages]);

  async function finish(index: number): Promise<void> {
    const url = result?.images[index]?.url;
    if (!job || !result || url === undefined) return;
    setReading("reading");
    try {
      const blob = await readImage(url, client);
      const prompt = imageDescription(promptOf(job.input) || (result.prompt ?? ""));
      const seed = resultSeed(result, index);
      const exact = Number(seed);
      const file = { prompt, seed, index, count: result.images.length, contentType: "", url: "" };
      onNext({
        blob,
        name: imageFileName(file).replace(/\.\w+$/, ""),
        // Keeps the user's text of an image that was picked before.
        alt: picks.find((pick) => pick.index === index)?.alt ?? prompt,
        settings: {
          modelId: job.modelId,
          input: { ...job.input, ...(Number.isSafeInteger(exact) && { seed: exact }) },
          requestId: job.requestId,
          imageIndex: index,
        },
      });
    } catch {
      setReading("failed");
    }
  }

  function choose(at: number): void {
    if (job) setChoice({ of: job.attemptId, index: at });
  }

  return (
    <>
      <div
        {...part("generate-image-dialog-content", "scroll")}
        data-step="generate"
        data-status={status}
      >
        <div {...part("generate-image-dialog-form")}>
          <PromptForm.Root
            model={model}
            defaultValues={defaultValues}
            onGenerate={run.generate}
            status={run.status}
            isSubmitting={run.isSubmitting}
            disabledReasons={run.disabledReasons}
            fieldErrors={run.error?.fields}
          >
            <FormMemory entered={entered} />
            {names.map((name) => (
              <PromptForm.Field key={name} name={name as never} />
            ))}
            <div {...part("generate-image-dialog-submit", "stack")}>
              <PromptForm.Reasons />
              <PromptForm.Price />
              <PromptForm.Submit />
            </div>
          </PromptForm.Root>
        </div>
        <div {...part("generate-image-dialog-result", "stack")} ref={resultPane} tabIndex={-1}>
          <JobError
            error={run.error}
            model={model}
            onRetry={run.retry}
            onCheck={run.job?.checkable ? run.check : undefined}
          />
          <ImageResultRoot
            status={status}
            result={result}
            input={job?.input ?? defaultValues}
            model={model}
            error={run.error}
            onUse={({ index }) => {
              choose(index);
              if (reading !== "reading") void finish(index);
            }}
          >
            <JobProgress
              status={status}
              timing={run.timing}
              trouble={run.job?.trouble}
              ref={progress}
            />
            {isWaiting && (
              <p {...part("generate-image-dialog-note", "caption")}>{labels.keepsRunning}</p>
            )}
            {(run.job?.cancelable || run.job?.canceling) && (
              <button
                {...part("generate-image-dialog-stop", "button")}
                // A disabled button would lose focus.
                aria-disabled={run.job.canceling || undefined}
                onClick={run.cancel}
              >
                {words.result[run.job.canceling ? "stopping" : "stop"]}
              </button>
            )}
            {hasImages ? (
              <ImageChoices value={chosen} onChoose={choose} />
            ) : (
              !run.error && <ImageResultGrid />
            )}
          </ImageResultRoot>
        </div>
      </div>
      {hasImages && (
        <div {...part("generate-image-dialog-foot", "row")}>
          <p {...part("generate-image-dialog-alert")} role="alert">
            {reading === "failed" && labels.readFailed}
          </p>
          <button
            {...part("generate-image-dialog-next", "button-primary")}
            aria-busy={reading === "reading" || undefined}
            onClick={() => {
              if (reading !== "reading") void finish(chosen);
            }}
          >
            {reading === "reading" ? images.steps.checking : labels.next}
          </button>
        </div>
      )}
    </>
  );
}
