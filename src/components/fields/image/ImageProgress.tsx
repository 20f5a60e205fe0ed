"use client";
import { useId, useLayoutEffect, useRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { UseImageUploadResult } from "../../../hooks/useImageUpload.ts";
import { useStableActions } from "../../../hooks/useStableActions.ts";
import { useImageLabels } from "../../internals/useImageLabels.ts";
import { useParts } from "../../internals/useParts.ts";

interface ImageProgressProps {
  readonly name: string;
  readonly status: "checking" | "shrinking" | "uploading";
  readonly progress: UseImageUploadResult["progress"];
  readonly onCancel: () => void;
  readonly onLoseFocus: () => void;
}

export function ImageProgress(props: ImageProgressProps) {
  const part = useParts();
  const { name, status, progress, onCancel, onLoseFocus } = props;
  const { labels } = useEasel();
  const text = useImageLabels();
  const stepId = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  const { leave } = useStableActions({ leave: onLoseFocus });
  useLayoutEffect(() => {
    const button = cancel.current;
    return () => {
      if (button && document.activeElement === button) leave();
    };
  }, [leave]);

  const percent = new Intl.NumberFormat(labels.result.locale, { style: "percent" });
  return (
    <div {...part("image-progress")}>
      <p {...part("image-file", "strong")} dir="auto">
        {name}
      </p>
      <p {...part("image-step", "caption")} id={stepId}>
        {progress === undefined ? text.steps[status] : text.uploaded(percent.format(progress))}
      </p>
      <div
        {...part("image-bar")}
        role="progressbar"
        aria-labelledby={stepId}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(progress === undefined ? {} : { "aria-valuenow": Math.round(progress * 100) })}
      >
        <div
          {...part("image-bar-fill")}
          data-unknown={progress === undefined ? "" : undefined}
          style={progress === undefined ? undefined : { inlineSize: `${progress * 100}%` }}
        />
      </div>
      <button ref={cancel} {...part("image-cancel", "button")} onClick={onCancel}>
        {text.cancel}
      </button>
    </div>
  );
}
