"use client";
import { useEffect, useRef, useState, type RefObject } from "react";
import {
  fitInto,
  isOnImage,
  panView,
  wholeView,
  zoomView,
  type ZoomPoint,
  type ZoomRoom,
  type ZoomView,
} from "./zoomView.ts";

export function useZoomView(
  frame: RefObject<HTMLElement | null>,
  image: RefObject<HTMLImageElement | null>,
) {
  const [view, setView] = useState(wholeView);
  /** Rendered pixels per pixel of the file. */
  const [pixelScale, setPixelScale] = useState(1);
  // Holds the latest view, because several events can occur before the next render.
  const latest = useRef(wholeView);

  /** Shows a view and returns its pixel scale. */
  function show(next: ZoomView): number {
    latest.current = next;
    setView(next);
    const natural = image.current?.naturalWidth ?? 0;
    const pixels = natural > 0 ? (measure().image.width * next.scale) / natural : next.scale;
    setPixelScale(pixels);
    return pixels;
  }

  function measure(): ZoomRoom {
    const { clientWidth: width = 0, clientHeight: height = 0 } = frame.current ?? {};
    const { naturalWidth = 0, naturalHeight = 0 } = image.current ?? {};
    const natural = { width: naturalWidth, height: naturalHeight };
    return { frame: { width, height }, image: fitInto({ width, height }, natural) };
  }

  useEffect(() => {
    const settle = () => show(panView(latest.current, { x: 0, y: 0 }, measure()));
    window.addEventListener("resize", settle);
    return () => window.removeEventListener("resize", settle);
  });

  return {
    view,
    pixelScale,
    zoomBy: (factor: number, at?: ZoomPoint) =>
      show(zoomView(latest.current, factor, measure(), at)),
    panBy: (by: ZoomPoint) => void show(panView(latest.current, by, measure())),
    reset: () => void show(wholeView),
    pointOf: ({ clientX, clientY }: Pick<MouseEvent, "clientX" | "clientY">): ZoomPoint => {
      const box = frame.current?.getBoundingClientRect() ?? new DOMRect();
      return {
        x: clientX - box.left - box.width / 2,
        y: clientY - box.top - box.height / 2,
      };
    },
    isOnImage: (point: ZoomPoint) => isOnImage(point, latest.current, measure()),
  };
}
