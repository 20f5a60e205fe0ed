"use client";
import { useRef, useState } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { useImageLabels } from "../../internals/useImageLabels.ts";
import { changeView, cropOfView } from "./cropView.ts";
import type { CropMove } from "./useCropGestures.ts";

const middle = { zoom: 1, x: 0.5, y: 0.5 };

export type CropViewState = ReturnType<typeof useCropView>;

/** Holds the crop of an image. `image` and `frame` are aspect ratios (width divided by height). */
export function useCropView(image: number, frame: number) {
  const labels = useImageLabels();
  const { result } = useEasel().labels;
  const [view, setView] = useState(middle);
  // Holds the latest view, because the user can move the crop several times before the next render.
  const latest = useRef(middle);
  const [announcement, setAnnouncement] = useState("");

  function show(next: typeof middle): void {
    latest.current = next;
    setView(next);
  }

  /** Moves the crop. @param isAnnounced whether to announce the position to screen readers */
  function move({ zoomBy = 1, x = 0, y = 0 }: CropMove, isAnnounced: boolean): void {
    const { current } = latest;
    const { width, height } = cropOfView(current, image, frame);
    const change = { zoom: current.zoom * zoomBy, x: x * width, y: y * height };
    const next = changeView(current, change, image, frame);
    show(next);
    const percent = new Intl.NumberFormat(result.locale, { style: "percent" });
    const place = cropOfView(next, image, frame);
    setAnnouncement(
      isAnnounced ? labels.cropPosition(percent.format(place.x), percent.format(place.y)) : "",
    );
  }

  return {
    /** Aspect ratio of the frame (width divided by height). */
    ratio: frame,
    zoom: view.zoom,
    area: cropOfView(view, image, frame),
    announcement,
    move,
    reset: () => show(middle),
  };
}
