"use client";
import { useId, useState } from "react";
import type { Size } from "../../../images/planResize.ts";
import { CropFrame } from "../../fields/image/CropFrame.tsx";
import { useCropView } from "../../fields/image/useCropView.ts";
import { useObjectUrl } from "../../fields/image/useObjectUrl.ts";
import { useImageLabels } from "../../internals/useImageLabels.ts";
import { useParts } from "../../internals/useParts.ts";
import type { ImageDraft } from "../context/generatedImage.ts";
import { useGenerateImage } from "../context/GenerateImageContext.ts";
import { useGenerateImageLabels } from "../context/useGenerateImageLabels.ts";
import { useFinish } from "./useFinish.ts";

interface FinishStepProps {
  readonly draft: ImageDraft;
  readonly onBack: (alt: string) => void;
  readonly onDone: () => void;
}

/** Last step of the dialog: crops the image if the field requires an aspect ratio, and edits its alt text. */
export function FinishStep({ draft, onBack, onDone }: FinishStepProps) {
  const part = useParts();
  const image = useImageLabels();
  const labels = useGenerateImageLabels();
  const { ratio, size, storeFile } = useGenerateImage("GenerateImage.Root");
  const id = useId();
  const url = useObjectUrl(draft.blob);
  const [alt, setAlt] = useState(draft.alt);
  const [source, setSource] = useState<Size>();
  const own = source ? source.width / source.height : (ratio ?? 1);
  const crop = useCropView(own, ratio ?? own);
  const { finish, isBusy, failure, setFailure } = useFinish(draft, onDone);
  const isEnlarged = source && size && crop.area.width * source.width < size.width - 1;

  const seen = {
    onSize: ({ naturalWidth: width, naturalHeight: height }: HTMLImageElement) =>
      setSource({ width, height }),
    onError: () => setFailure(image.failures["not-an-image"](draft.name)),
  };

  return (
    <>
      <div {...part("generate-image-dialog-content", "scroll")} data-step="finish">
        <div {...part("generate-image-dialog-media", "stack")}>
          {ratio === undefined ? (
            url !== undefined && (
              <img
                {...part("generate-image-dialog-preview")}
                src={url}
                alt={alt}
                onLoad={(event) => seen.onSize(event.currentTarget)}
                onError={seen.onError}
              />
            )
          ) : (
            <CropFrame url={url} crop={crop} {...seen} />
          )}
          {size && (
            <p {...part("generate-image-dialog-note", "caption")}>
              {labels.outputSize(size.width, size.height)}
            </p>
          )}
        </div>
        <div {...part("generate-image-dialog-field", "stack")}>
          {isEnlarged && (
            <p {...part("generate-image-dialog-warning")}>
              {labels.enlarged(size.width, size.height)}
            </p>
          )}
          <label {...part("generate-image-dialog-label", "strong")} htmlFor={id}>
            {labels.alt}
          </label>
          <textarea
            {...part("generate-image-dialog-alt", "input")}
            id={id}
            rows={3}
            dir="auto"
            aria-describedby={`${id}-hint`}
            value={alt}
            onChange={(event) => setAlt(event.target.value)}
          />
          <p {...part("generate-image-dialog-hint", "caption")} id={`${id}-hint`}>
            {labels.altHelp}
          </p>
        </div>
      </div>
      <div {...part("generate-image-dialog-foot", "row")}>
        <p {...part("generate-image-dialog-alert")} role="alert">
          {failure}
        </p>
        <button {...part("generate-image-dialog-back", "button")} onClick={() => onBack(alt)}>
          {draft.settings ? labels.back : image.cancel}
        </button>
        <button
          {...part("generate-image-dialog-use", "button-primary")}
          disabled={!source}
          aria-busy={isBusy || undefined}
          onClick={() => void finish(alt, ratio === undefined ? undefined : crop.area)}
        >
          {isBusy ? image.steps[storeFile ? "uploading" : "shrinking"] : labels.use}
        </button>
      </div>
    </>
  );
}
