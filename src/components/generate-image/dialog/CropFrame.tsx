"use client";
import { useId, useRef, type MouseEvent } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { mostZoom } from "../../fields/image/cropView.ts";
import { useCropGestures } from "../../fields/image/useCropGestures.ts";
import { useParts } from "../../internals/useParts.ts";
import type { useCropView } from "./useCropView.ts";

interface CropFrameProps {
  readonly url: string | undefined;
  /** Aspect ratio of the frame (width divided by height). */
  readonly ratio: number;
  readonly crop: ReturnType<typeof useCropView>;
  readonly onSize: (image: HTMLImageElement) => void;
  readonly onError: () => void;
}

/** Shows the crop exactly as it will be used. Drag or use keys to move it, or press a point to center it. */
export function CropFrame({ url, ratio, crop, onSize, onError }: CropFrameProps) {
  const part = useParts();
  const labels = useEasel().labels.image;
  const id = useId();
  const { area, move, zoom, announcement } = crop;
  const { onPointerDown, onPointerMove, ...gestures } = useCropGestures(move);
  const start = useRef<{ readonly x: number; readonly y: number }>(undefined);

  // A press that doesn't move the image centers it, for users who can't drag.
  function center({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>): void {
    const from = start.current;
    if (!from || Math.hypot(clientX - from.x, clientY - from.y) > 4) return;
    const frame = currentTarget.getBoundingClientRect();
    const x = (clientX - frame.left) / frame.width - 0.5;
    const y = (clientY - frame.top) / frame.height - 0.5;
    move({ x, y }, true);
  }

  return (
    <>
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- keys move the crop */}
      <div
        {...gestures}
        onPointerDown={(event) => {
          start.current = { x: event.clientX, y: event.clientY };
          onPointerDown(event);
        }}
        onPointerMove={onPointerMove}
        onClick={center}
        role="application"
        tabIndex={0}
        {...part("image-crop-frame")}
        aria-label={labels.cropFrame}
        aria-describedby={`${id}-hint`}
        style={{ aspectRatio: ratio, maxInlineSize: `${24 * ratio}rem` }}
      >
        {url !== undefined && (
          <img
            {...part("image-crop-image")}
            src={url}
            alt=""
            draggable={false}
            style={{
              left: `${(-area.x / area.width) * 100}%`,
              top: `${(-area.y / area.height) * 100}%`,
              width: `${100 / area.width}%`,
              height: `${100 / area.height}%`,
            }}
            onLoad={(event) => onSize(event.currentTarget)}
            onError={onError}
          />
        )}
      </div>
      {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
      <label {...part("image-crop-zoom", "caption")}>
        {labels.cropZoom}
        <input
          type="range"
          {...part("image-crop-slider")}
          min={1}
          max={mostZoom}
          step={0.05}
          value={zoom}
          onChange={(event) => move({ zoomBy: event.target.valueAsNumber / zoom }, false)}
        />
      </label>
      <p {...part("image-crop-hint", "caption")} id={`${id}-hint`}>
        {labels.cropHint}
      </p>
      <p {...part("image-crop-said", "live")} role="status">
        {announcement}
      </p>
    </>
  );
}
