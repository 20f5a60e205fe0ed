"use client";
import { useId, useLayoutEffect, useRef, useState, type SyntheticEvent } from "react";
import { createPortal } from "react-dom";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { FormValues } from "../../../models/formValues.ts";
import { ActionIcon } from "../../internals/ActionIcon.tsx";
import { useModal } from "../../internals/useModal.ts";
import { useParts } from "../../internals/useParts.ts";
import type { ImageDraft } from "../context/generatedImage.ts";
import { useGenerateImage } from "../context/GenerateImageContext.ts";
import { useGenerateImageLabels } from "../context/useGenerateImageLabels.ts";
import { FinishStep } from "./FinishStep.tsx";
import { GenerateStep } from "./GenerateStep.tsx";
import { shownJob } from "./shownJob.ts";

export interface GenerateImageDialogProps {
  /** Field whose theme, density, language, and direction the dialog has. */
  readonly near: Element | null;
  readonly draft: ImageDraft | undefined;
  readonly onClose: () => void;
}

const stop = (event: SyntheticEvent): void => event.stopPropagation();

// React events bubble through portals, so the app's form would receive the dialog's events.
const isolated = {
  onChange: stop,
  onInput: stop,
  onInvalid: stop,
  onKeyDown: stop,
  onReset: stop,
  onSubmit: stop,
};

const schemeOf = (element: Element | null): string =>
  element ? getComputedStyle(element).getPropertyValue("--easel-scheme").trim() : "";

/** Returns attributes for what the dialog would inherit if it were in the field. */
function surroundingsOf(field: Element | null) {
  const scheme = schemeOf(field);
  return {
    "data-theme": scheme === schemeOf(document.body) ? undefined : scheme,
    "data-density": field?.closest<HTMLElement>("[data-density]")?.dataset["density"],
    dir: field ? getComputedStyle(field).direction || undefined : undefined,
    lang: field?.closest<HTMLElement>("[lang]")?.lang,
  };
}

/** Dialog at the end of the page, because HTML doesn't allow a form inside the app's form. */
export function GenerateImageDialog({ near, draft: given, onClose }: GenerateImageDialogProps) {
  const part = useParts();
  const labels = useEasel().labels;
  const field = useGenerateImage("GenerateImage.Root");
  const { run } = field;
  const id = useId();
  const [draft, setDraft] = useState(given);
  const [last, setLast] = useState<ImageDraft>();
  const entered = useRef<FormValues>(undefined);
  const [moves, setMoves] = useState(0);
  // Focus in the first field would scroll past a result, and open a phone's keyboard.
  const [hasJob] = useState(!given && (run.status !== "idle" || shownJob(field) !== undefined));
  const [surroundings] = useState(() => surroundingsOf(near));
  const title = useRef<HTMLHeadingElement>(null);
  const modal = useModal(() => {
    // The user has seen the error, and the field shouldn't repeat it.
    if (run.status === "failed" || run.status === "canceled") run.reset();
    onClose();
  });

  const { ref: dialog } = modal;
  const words = useGenerateImageLabels();
  const close = () => dialog.current?.close();
  useLayoutEffect(() => {
    // Chrome would focus the scrollable form instead of its first field.
    const first = dialog.current?.querySelector<HTMLElement>('textarea, [tabindex="0"]');
    (moves > 0 || hasJob ? title.current : first)?.focus();
  }, [dialog, moves, hasJob]);

  function show(next: ImageDraft | undefined): void {
    setDraft(next);
    setMoves(moves + 1);
  }

  return createPortal(
    <dialog
      {...modal}
      {...isolated}
      {...part("generate-image-dialog", "root")}
      {...surroundings}
      aria-labelledby={id}
    >
      <h2
        {...part("generate-image-dialog-title")}
        id={id}
        ref={title}
        tabIndex={moves > 0 || hasJob ? -1 : undefined}
      >
        {draft ? words.finish : words.generate}
      </h2>
      <button
        {...part("generate-image-dialog-close", "button-bare")}
        aria-label={labels.result.close}
        onClick={close}
      >
        <ActionIcon name="close" />
      </button>
      {draft ? (
        <FinishStep
          draft={draft}
          onBack={(alt) => {
            if (!draft.settings) return close();
            setLast({ ...draft, alt });
            show(undefined);
          }}
          onDone={() => {
            if (draft.settings) run.reset();
            close();
          }}
        />
      ) : (
        <GenerateStep entered={entered} last={last} onNext={show} />
      )}
    </dialog>,
    document.body,
  );
}
