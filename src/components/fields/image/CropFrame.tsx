"use client";
import { useId, useRef, type CSSProperties, type MouseEvent, type RefObject } from "react";
import { ActionIcon } from "../../internals/ActionIcon.tsx";
import { useImageLabels } from "../../internals/useImageLabels.ts";
import { useParts } from "../../internals/useParts.ts";
import { mostZoom } from "./cropView.ts";
import { useCropGestures } from "./useCropGestures.ts";
import type { CropViewState } from "./useCropView.ts";

interface CropFrameProps {
  readonly url: string | undefined;
  readonly crop: CropViewState;
  readonly frameRef?: RefObject<HTMLDivElement | null>;
  readonly onSize?: (image: HTMLImageElement) => void;
  readonly onError?: () => void;
}

/** Moves of the crop for users who can't drag. */
const nudges = [
  ["left", { x: -0.1 }],
  ["up", { y: -0.1 }],
  ["down", { y: 0.1 }],
  ["right", { x: 0.1 }],
] as const;

/** Shows the crop exactly as it will be used. Drag, use keys or buttons to move it, or press a point to center it. */
export function CropFrame({ url, crop, frameRef, onSize, onError }: CropFrameProps) {
  const part = useParts();
  const labels = useImageLabels();
  const id = useId();
  const { ratio, area, move, zoom, announcement } = crop;
  const { onPointerDown, onPointerMove, ...gestures } = useCropGestures(move);
  const start = useRef<{ readonly x: number; readonly y: number }>(undefined);

  // A press that doesn't move the image centers it.
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
        ref={frameRef}
        role="application"
        tabIndex={0}
        {...part("image-crop-frame")}
        aria-label={labels.cropFrame}
        aria-describedby={`${id}-hint`}
        style={{ aspectRatio: ratio, "--easel-ratio": ratio } as CSSProperties}
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
            onLoad={(event) => onSize?.(event.currentTarget)}
            onError={onError}
          />
        )}
      </div>
      {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
      <div {...part("image-crop-tools", "row")}>
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
        <label {...part("image-crop-zoom", "caption")}>
          {labels.cropZoom}
          <input
            type="range"
            {...part("slider")}
            min={1}
            max={mostZoom}
            step={0.05}
            value={zoom}
            style={{ "--easel-filled": (zoom - 1) / (mostZoom - 1) } as CSSProperties}
            onChange={(event) => move({ zoomBy: event.target.valueAsNumber / zoom }, false)}
          />
        </label>
      </div>
      <p {...part("image-crop-hint", "caption")} id={`${id}-hint`}>
        {labels.cropHint}
      </p>
      <p {...part("image-crop-said", "live")} role="status">
        {announcement}
      </p>
    </>
  );
}
