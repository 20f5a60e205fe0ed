"use client";
import { useRef, useState } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { changeView, cropOfView } from "../../fields/image/cropView.ts";
import type { CropMove } from "../../fields/image/useCropGestures.ts";

const middle = { zoom: 1, x: 0.5, y: 0.5 };

/** Holds the crop of an image. `image` and `frame` are aspect ratios (width divided by height). */
export function useCropView(image: number, frame: number) {
  const { image: labels, result } = useEasel().labels;
  const [view, setView] = useState(middle);
  // Holds the latest view, because the user can move the crop several times before the next render.
  const latest = useRef(middle);
  const [announcement, setAnnouncement] = useState("");

  /** Moves the crop. @param isAnnounced whether to announce the position to screen readers */
  function move({ zoomBy = 1, x = 0, y = 0 }: CropMove, isAnnounced: boolean): void {
    const { current } = latest;
    const { width, height } = cropOfView(current, image, frame);
    const change = { zoom: current.zoom * zoomBy, x: x * width, y: y * height };
    latest.current = changeView(current, change, image, frame);
    setView(latest.current);
    const percent = new Intl.NumberFormat(result.locale, { style: "percent" });
    const place = cropOfView(latest.current, image, frame);
    setAnnouncement(
      isAnnounced ? labels.cropPosition(percent.format(place.x), percent.format(place.y)) : "",
    );
  }

  return { zoom: view.zoom, area: cropOfView(view, image, frame), move, announcement };
}
