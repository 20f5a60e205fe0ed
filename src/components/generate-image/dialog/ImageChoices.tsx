"use client";
import { useId, type CSSProperties, type ReactNode } from "react";
import { ImageResultZoom } from "../../image-result/actions/ImageResultZoom.tsx";
import {
  ImageIndexContext,
  useImageResult,
} from "../../image-result/context/ImageResultContext.ts";
import { ImageResultImage } from "../../image-result/ImageResultImage.tsx";
import { useParts } from "../../internals/useParts.ts";
import { useGenerateImageLabels } from "../context/useGenerateImageLabels.ts";

interface ImageChoicesProps {
  readonly value: number;
  readonly onChoose: (index: number) => void;
}

function Choice({ children }: { readonly children: ReactNode }) {
  const part = useParts();
  return (
    <figure {...part("image-result-figure")}>
      {children}
      <div {...part("image-result-actions", "line")}>
        <ImageResultZoom />
      </div>
    </figure>
  );
}

/** Renders a result's images as radio buttons, or its only image without a choice. Each image can be enlarged. */
export function ImageChoices({ value, onChoose }: ImageChoicesProps) {
  const part = useParts();
  const labels = useGenerateImageLabels();
  const id = useId();
  const { result, ratio } = useImageResult("GenerateImage.Root");
  const images = result?.images ?? [];
  const choices = {
    ...part("generate-image-dialog-choices", "stack"),
    style: { "--easel-ratio": ratio } as CSSProperties,
  };
  if (images.length === 1) {
    return (
      <div {...choices}>
        <Choice>
          <ImageResultImage />
        </Choice>
      </div>
    );
  }
  return (
    <div {...choices} role="radiogroup" aria-label={labels.choices}>
      {images.map(({ url }, index) => (
        <ImageIndexContext.Provider key={url} value={index}>
          <Choice>
            <label {...part("generate-image-dialog-choice")}>
              <input
                {...part("generate-image-dialog-radio")}
                type="radio"
                name={id}
                value={index}
                checked={index === value}
                onChange={() => onChoose(index)}
              />
              {/* A click selects the image, as everywhere in the label, instead of enlarging it. */}
              <ImageResultImage onClickCapture={(event) => event.stopPropagation()} />
            </label>
          </Choice>
        </ImageIndexContext.Provider>
      ))}
    </div>
  );
}
