"use client";
import { useEffect, useRef, useState, type HTMLAttributes, type RefObject } from "react";
import type { useZoomView } from "./useZoomView.ts";
import type { ZoomPoint } from "./zoomView.ts";

interface ZoomGestureOptions {
  readonly frame: RefObject<HTMLElement | null>;
  readonly zoom: ReturnType<typeof useZoomView>;
  /** Called with -1 for a swipe to the left, or 1 for a swipe to the right. */
  readonly onSwipe: (direction: 1 | -1) => void;
  /** Called for a swipe down, or a tap outside the image. */
  readonly onClose: () => void;
}

const closeUp = 2.5;
const swipePixels = 60;
const tapPixels = 6;

const distance = (a: ZoomPoint, b: ZoomPoint) => Math.hypot(a.x - b.x, a.y - b.y);
const halfway = (a: ZoomPoint, b: ZoomPoint) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const minus = (a: ZoomPoint, b: ZoomPoint) => ({ x: a.x - b.x, y: a.y - b.y });

const wheelPixels = (event: WheelEvent) => event.deltaY * ([1, 16, 100][event.deltaMode] ?? 1);

export function useZoomGestures(options: ZoomGestureOptions) {
  const { frame, zoom, onSwipe, onClose } = options;
  const [moving, setMoving] = useState(false);
  const fingers = useRef(new Map<number, ZoomPoint>());
  /** Start position of the first finger, whether no other finger joined it, and the total movement in pixels. */
  const sweep = useRef({ from: { x: 0, y: 0 }, alone: true, traveled: 0 });

  // Uses a native listener, because React's wheel listeners are passive and can't stop the page from scrolling.
  useEffect(() => {
    const element = frame.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      // Browsers report a touchpad pinch as small wheel events with `ctrlKey` set.
      const speed = event.ctrlKey ? 0.01 : 0.002;
      zoom.zoomBy(Math.exp(-wheelPixels(event) * speed), zoom.pointOf(event));
    };
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  });

  function move(id: number, to: ZoomPoint) {
    const from = fingers.current.get(id);
    const other = [...fingers.current].find(([otherId]) => otherId !== id)?.[1];
    if (!from) return;
    fingers.current.set(id, to);
    sweep.current.traveled += distance(from, to);
    if (!other) {
      zoom.panBy(minus(to, from));
      return;
    }
    const at = halfway(to, other);
    zoom.zoomBy(distance(to, other) / Math.max(1, distance(from, other)), at);
    zoom.panBy(minus(at, halfway(from, other)));
  }

  function lift(id: number, at: ZoomPoint) {
    if (!fingers.current.delete(id) || fingers.current.size > 0) return;
    setMoving(false);
    const { from, alone } = sweep.current;
    const by = minus(at, from);
    if (!alone || zoom.view.scale > 1) return;
    const isSwipe = Math.abs(by.x) > swipePixels && Math.abs(by.x) > 1.5 * Math.abs(by.y);
    if (isSwipe) onSwipe(by.x < 0 ? -1 : 1);
    if (by.y > swipePixels && by.y > 1.5 * Math.abs(by.x)) onClose();
  }

  const handlers: HTMLAttributes<HTMLElement> = {
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const at = zoom.pointOf(event);
      const alone = fingers.current.size === 0;
      sweep.current = alone ? { from: at, alone, traveled: 0 } : { ...sweep.current, alone: false };
      fingers.current.set(event.pointerId, at);
      setMoving(true);
    },
    onPointerMove: (event) => move(event.pointerId, zoom.pointOf(event)),
    onPointerUp: (event) => lift(event.pointerId, zoom.pointOf(event)),
    onPointerCancel: (event) => lift(event.pointerId, sweep.current.from),
    onDoubleClick: (event) => {
      const at = zoom.pointOf(event);
      if (!zoom.isOnImage(at)) return;
      if (zoom.view.scale > 1) zoom.reset();
      else zoom.zoomBy(closeUp, at);
    },
    onClick: (event) => {
      const wasTap = sweep.current.traveled < tapPixels;
      if (wasTap && !zoom.isOnImage(zoom.pointOf(event))) onClose();
    },
  };
  return { handlers, moving };
}
