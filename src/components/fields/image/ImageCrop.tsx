"use client";
import { useId, useLayoutEffect, useRef, useState } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { CropArea } from "../../../images/planResize.ts";
import { ActionIcon } from "../../internals/ActionIcon.tsx";
import { useParts } from "../../internals/useParts.ts";
import { changeView, cropOfView, mostZoom } from "./cropView.ts";
import { useCropGestures, type CropMove } from "./useCropGestures.ts";
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

/** Moves of the crop for users who can't drag. */
const nudges = [
  ["left", { x: -0.1 }],
  ["up", { y: -0.1 }],
  ["down", { y: 0.1 }],
  ["right", { x: 0.1 }],
] as const;

const middle = { zoom: 1, x: 0.5, y: 0.5 };

export function ImageCrop({ source, ratio, onApply, onCancel }: ImageCropProps) {
  const part = useParts();
  const { image: labels, result } = useEasel().labels;
  const id = useId();
  const url = useObjectUrl(source);
  const frameRef = useRef<HTMLDivElement>(null);
  const [shape, setShape] = useState<number | undefined>(1);
  const [view, setView] = useState(middle);
  // Holds the latest view, because the user can move the crop several times before the next render.
  const latest = useRef(middle);
  const [said, setSaid] = useState("");
  const frame = shape ?? ratio;
  const cropped = cropOfView(view, ratio, frame);

  useLayoutEffect(() => frameRef.current?.focus(), []);

  function show(next: typeof middle): void {
    latest.current = next;
    setView(next);
  }

  function move({ zoomBy = 1, x = 0, y = 0 }: CropMove, byKey: boolean): void {
    const { current } = latest;
    const { width, height } = cropOfView(current, ratio, frame);
    const change = { zoom: current.zoom * zoomBy, x: x * width, y: y * height };
    const next = changeView(current, change, ratio, frame);
    show(next);
    const percent = new Intl.NumberFormat(result.locale, { style: "percent" });
    const place = cropOfView(next, ratio, frame);
    setSaid(byKey ? labels.cropPosition(percent.format(place.x), percent.format(place.y)) : "");
  }
  const gestures = useCropGestures(move);

  const whole = cropped.width === 1 && cropped.height === 1;
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
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- keys move the crop */}
      <div
        {...gestures}
        ref={frameRef}
        role="application"
        tabIndex={0}
        {...part("image-crop-frame")}
        aria-label={labels.cropFrame}
        aria-describedby={`${id}-hint`}
        style={{ aspectRatio: frame, maxInlineSize: `${20 * frame}rem` }}
      >
        {url !== undefined && (
          <img
            {...part("image-crop-image")}
            src={url}
            alt=""
            draggable={false}
            style={{
              left: `${(-cropped.x / cropped.width) * 100}%`,
              top: `${(-cropped.y / cropped.height) * 100}%`,
              width: `${100 / cropped.width}%`,
              height: `${100 / cropped.height}%`,
            }}
          />
        )}
      </div>
      {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
      <div {...part("image-crop-nudges", "row")} role="group" aria-label={labels.cropFrame}>
        {nudges.map(([direction, change]) => (
          <button
            key={direction}
            {...part("image-crop-nudge", "button")}
            data-direction={direction}
            aria-label={labels.cropMove[direction]}
            title={labels.cropMove[direction]}
            onClick={() => move(change, true)}
          >
            <ActionIcon name="chevron" partName="image-crop-nudge-icon" />
          </button>
        ))}
      </div>
      <p {...part("image-crop-hint", "caption")} id={`${id}-hint`}>
        {labels.cropHint}
      </p>
      <p {...part("image-crop-said", "live")} role="status">
        {said}
      </p>
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
                  show(middle);
                }}
              />
              {sides ? labels.cropRatio(sides[0], sides[1]) : labels.cropFull}
            </label>
          );
        })}
      </fieldset>
      <label {...part("image-crop-zoom", "caption")}>
        {labels.cropZoom}
        <input
          type="range"
          {...part("image-crop-slider")}
          min={1}
          max={mostZoom}
          step={0.05}
          value={view.zoom}
          onChange={(event) => move({ zoomBy: event.target.valueAsNumber / view.zoom }, false)}
        />
      </label>
      <div {...part("image-crop-actions", "row")}>
        <button
          {...part("image-crop-apply", "button-primary")}
          onClick={() => onApply(whole ? undefined : cropped)}
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
