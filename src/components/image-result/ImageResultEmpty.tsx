"use client";
import { useEasel } from "../../hooks/useEasel.ts";
import { useParts } from "../internals/useParts.ts";
import { useImageResult } from "./context/ImageResultContext.ts";

function EaselDrawing() {
  const part = useParts();
  return (
    <svg
      {...part("image-result-drawing")}
      width={144}
      height={135}
      viewBox="0 0 160 150"
      fill="none"
      aria-hidden="true"
    >
      <g {...part("image-result-drawing-legs")} stroke="currentColor">
        <path d="M80 6v12M52 104 34 146M108 104l18 42M80 104v34" />
        <path d="M28 104h104" />
      </g>
      <rect
        x="30"
        y="18"
        width="100"
        height="80"
        rx="5"
        stroke="currentColor"
        {...part("image-result-drawing-canvas")}
      />
      <circle cx="102" cy="42" r="9" fill="currentColor" {...part("image-result-drawing-sun")} />
      <path
        d="M38 90 62 58q4-5 8 0l13 17 8-10q4-5 8 0l22 25Z"
        fill="currentColor"
        {...part("image-result-drawing-hills")}
      />
    </svg>
  );
}

export function ImageResultEmpty() {
  const part = useParts();
  const { status, error } = useImageResult("ImageResult.Grid");
  const labels = useEasel().labels.result;
  const isBlocked = error?.code === "content_blocked";
  return (
    <div {...part("image-result-empty")} data-status={status}>
      <EaselDrawing />
      <p>{isBlocked ? labels.blocked : labels.empty[status]}</p>
    </div>
  );
}
