"use client";
import { useId, useLayoutEffect, useRef, useState } from "react";
import type { CropArea } from "../../../images/planResize.ts";
import { useImageLabels } from "../../internals/useImageLabels.ts";
import { useParts } from "../../internals/useParts.ts";
import { CropFrame } from "./CropFrame.tsx";
import { useCropView } from "./useCropView.ts";
import { useObjectUrl } from "./useObjectUrl.ts";

export interface ImageCropProps {
  readonly source: Blob;
  /** Aspect ratio (width divided by height) of the upright image. */
  readonly ratio: number;
  readonly onApply: (crop: CropArea | undefined) => void;
  readonly onCancel: () => void;
}

const shapes = [
  [1, 1],
  [4, 3],
  [3, 2],
  [16, 9],
  [3, 4],
  [2, 3],
  [9, 16],
] as const;

export function ImageCrop({ source, ratio, onApply, onCancel }: ImageCropProps) {
  const part = useParts();
  const labels = useImageLabels();
  const id = useId();
  const url = useObjectUrl(source);
  const frameRef = useRef<HTMLDivElement>(null);
  const [shape, setShape] = useState<number | undefined>(1);
  const crop = useCropView(ratio, shape ?? ratio);
  const { area } = crop;

  useLayoutEffect(() => frameRef.current?.focus(), []);

  const whole = area.width === 1 && area.height === 1;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape bubbles up from the controls
    <div
      {...part("image-crop", "stack")}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <CropFrame url={url} crop={crop} frameRef={frameRef} />
      <fieldset {...part("image-crop-shapes", "row")}>
        <legend {...part("image-crop-legend", "caption")}>{labels.cropShape}</legend>
        {[undefined, ...shapes].map((sides) => {
          const value = sides && sides[0] / sides[1];
          return (
            <label key={value ?? "whole"} {...part("image-crop-shape", "line")}>
              <input
                type="radio"
                {...part("image-crop-radio")}
                name={`${id}-shape`}
                checked={shape === value}
                onChange={() => {
                  setShape(value);
                  crop.reset();
                }}
              />
              {sides ? labels.cropRatio(sides[0], sides[1]) : labels.cropFull}
            </label>
          );
        })}
      </fieldset>
      <div {...part("image-crop-actions", "row")}>
        <button
          {...part("image-crop-apply", "button-primary")}
          onClick={() => onApply(whole ? undefined : area)}
        >
          {labels.cropApply}
        </button>
        <button {...part("image-crop-cancel", "button")} onClick={onCancel}>
          {labels.cancel}
        </button>
      </div>
    </div>
  );
}
