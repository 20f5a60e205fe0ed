"use client";
import { useId, type CSSProperties } from "react";
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

/** Renders a result's images as radio buttons. */
export function ImageChoices({ value, onChoose }: ImageChoicesProps) {
  const part = useParts();
  const labels = useGenerateImageLabels();
  const id = useId();
  const { result, ratio } = useImageResult("GenerateImage.Root");
  const images = result?.images ?? [];
  return (
    <div
      {...part("generate-image-dialog-choices")}
      role="radiogroup"
      aria-label={labels.choices}
      data-count={images.length}
      style={{ "--easel-ratio": ratio } as CSSProperties}
    >
      {images.map(({ url }, index) => (
        <ImageIndexContext.Provider key={url} value={index}>
          <label {...part("generate-image-dialog-choice")}>
            <input
              {...part("generate-image-dialog-radio")}
              type="radio"
              name={id}
              value={index}
              checked={index === value}
              onChange={() => onChoose(index)}
            />
            <ImageResultImage />
          </label>
        </ImageIndexContext.Provider>
      ))}
    </div>
  );
}
