"use client";
import { useEffect, useId, useRef, useState } from "react";
import type { PictureCrop } from "../../client/index.ts";
import { useEasel } from "../../hooks/index.ts";
import { changeView, cropOfView, mostZoom, type CropView } from "./cropView.ts";
import { useCropGestures } from "./useCropGestures.ts";
import { useObjectUrl } from "./useObjectUrl.ts";

export interface ImageCropProps {
  readonly source: Blob;
  /** Width by height of the whole picture, upright. */
  readonly ratio: number;
  /** Undefined for the whole picture. */
  readonly onApply: (crop: PictureCrop | undefined) => void;
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

const middle: CropView = { zoom: 1, x: 0.5, y: 0.5 };

/** Chooses a part of a picture in a frame of fixed shape, by pointer, touch or keys. */
export function ImageCrop({ source, ratio, onApply, onCancel }: ImageCropProps) {
  const {
    image: words,
    result: { locale },
  } = useEasel().labels;
  const id = useId();
  const url = useObjectUrl(source);
  const frameRef = useRef<HTMLDivElement>(null);
  // The whole picture is a shape like the others until it is zoomed.
  const [shape, setShape] = useState<number | undefined>(1);
  const [view, setView] = useState(middle);
  const [said, setSaid] = useState("");
  const frame = shape ?? ratio;
  const part = cropOfView(view, ratio, frame);

  useEffect(() => frameRef.current?.focus(), []);

  function change({ zoom, x = 0, y = 0 }: Partial<CropView>, byKey: boolean): void {
    const moved = { x: x * part.width, y: y * part.height };
    const next = changeView(view, zoom === undefined ? moved : { ...moved, zoom }, ratio, frame);
    setView(next);
    const percent = new Intl.NumberFormat(locale, { style: "percent" });
    const place = cropOfView(next, ratio, frame);
    setSaid(byKey ? words.cropPlace(percent.format(place.x), percent.format(place.y)) : "");
  }
  const gestures = useCropGestures(view, change);

  const whole = part.width === 1 && part.height === 1;
  return (
    <div data-easel="image-crop">
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- it is moved by keys */}
      <div
        {...gestures}
        ref={frameRef}
        role="application"
        tabIndex={0}
        data-easel="image-crop-frame"
        aria-label={words.cropFrame}
        aria-describedby={`${id}-hint`}
        style={{ aspectRatio: frame, maxInlineSize: `${20 * frame}rem` }}
      >
        {url !== undefined && (
          <img
            data-easel="image-crop-picture"
            src={url}
            alt=""
            draggable={false}
            style={{
              left: `${(-part.x / part.width) * 100}%`,
              top: `${(-part.y / part.height) * 100}%`,
              width: `${100 / part.width}%`,
              height: `${100 / part.height}%`,
            }}
          />
        )}
      </div>
      {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
      <p data-easel="image-crop-hint" id={`${id}-hint`}>
        {words.cropHint}
      </p>
      <p data-easel="image-crop-said" role="status">
        {said}
      </p>
      <fieldset data-easel="image-crop-shapes">
        <legend data-easel="image-crop-legend">{words.cropShape}</legend>
        {[undefined, ...shapes].map((sides) => {
          const value = sides && sides[0] / sides[1];
          return (
            <label key={value ?? "whole"} data-easel="image-crop-shape">
              <input
                type="radio"
                data-easel="image-crop-radio"
                name={`${id}-shape`}
                checked={shape === value}
                onChange={() => {
                  setShape(value);
                  setView(middle);
                }}
              />
              {sides ? words.cropRatio(sides[0], sides[1]) : words.cropWhole}
            </label>
          );
        })}
      </fieldset>
      <label data-easel="image-crop-zoom">
        {words.cropZoom}
        <input
          type="range"
          data-easel="image-crop-slider"
          min={1}
          max={mostZoom}
          step={0.05}
          value={view.zoom}
          onChange={(event) => change({ zoom: event.target.valueAsNumber }, false)}
        />
      </label>
      <div data-easel="image-crop-actions">
        <button
          type="button"
          data-easel="image-crop-apply"
          onClick={() => onApply(whole ? undefined : part)}
        >
          {words.cropApply}
        </button>
        <button type="button" data-easel="image-crop-cancel" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </div>
  );
}
