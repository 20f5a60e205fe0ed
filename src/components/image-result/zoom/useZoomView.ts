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

interface ZoomTarget {
  readonly frame: RefObject<HTMLElement | null>;
  readonly image: RefObject<HTMLImageElement | null>;
}

export interface UseZoomViewResult {
  readonly view: ZoomView;
  readonly zoomBy: (factor: number, at?: ZoomPoint) => ZoomView;
  readonly panBy: (by: ZoomPoint) => void;
  readonly reset: () => void;
  readonly pointOf: (event: { readonly clientX: number; readonly clientY: number }) => ZoomPoint;
  readonly isOnImage: (point: ZoomPoint) => boolean;
}

export function useZoomView({ frame, image }: ZoomTarget): UseZoomViewResult {
  const [view, setView] = useState(wholeView);
  // Several events may happen before the next render.
  const latest = useRef(wholeView);

  function show(next: ZoomView): ZoomView {
    latest.current = next;
    setView(next);
    return next;
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
    zoomBy: (factor, at) => show(zoomView(latest.current, factor, measure(), at)),
    panBy: (by) => void show(panView(latest.current, by, measure())),
    reset: () => void show(wholeView),
    pointOf: ({ clientX, clientY }) => {
      const box = frame.current?.getBoundingClientRect() ?? new DOMRect();
      return {
        x: clientX - box.left - box.width / 2,
        y: clientY - box.top - box.height / 2,
      };
    },
    isOnImage: (point) => isOnImage(point, latest.current, measure()),
  };
}
