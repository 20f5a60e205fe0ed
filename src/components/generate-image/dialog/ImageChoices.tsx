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

/** Renders a result's images as radio buttons, or its only image without a choice. */
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
        <ImageResultImage index={0} />
      </div>
    );
  }
  return (
    <div {...choices} role="radiogroup" aria-label={labels.choices}>
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
