"use client";
import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import type { CropView } from "./cropView.ts";

type Change = Partial<CropView>;

interface Place {
  readonly x: number;
  readonly y: number;
}

const distance = (places: readonly Place[]): number => {
  const [a, b] = places;
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
};

const step = 0.02;

/**
 * Moves and zooms by pointer, two fingers and keys. A move is in fractions of what the frame shows.
 *
 * @param change gets the new zoom, and how far the part moves
 */
export function useCropGestures(view: CropView, change: (change: Change, byKey: boolean) => void) {
  const pointers = useRef(new Map<number, Place>());

  function lift({ pointerId }: PointerEvent): void {
    pointers.current.delete(pointerId);
  }

  return {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      event.currentTarget.setPointerCapture(event.pointerId);
      pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      const held = pointers.current;
      const from = held.get(event.pointerId);
      if (!from) return;
      const before = distance([...held.values()]);
      held.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const frame = event.currentTarget.getBoundingClientRect();
      if (held.size > 1) {
        change({ zoom: (view.zoom * distance([...held.values()])) / before }, false);
      } else {
        const [x, y] = [from.x - event.clientX, from.y - event.clientY];
        change({ x: x / frame.width, y: y / frame.height }, false);
      }
    },
    onPointerUp: lift,
    onPointerCancel: lift,
    onKeyDown: (event: KeyboardEvent): void => {
      const far = event.shiftKey ? step * 5 : step;
      const changes: Readonly<Record<string, Change>> = {
        ArrowLeft: { x: -far },
        ArrowRight: { x: far },
        ArrowUp: { y: -far },
        ArrowDown: { y: far },
        "+": { zoom: view.zoom * 1.1 },
        "=": { zoom: view.zoom * 1.1 },
        "-": { zoom: view.zoom / 1.1 },
      };
      const asked = changes[event.key];
      if (!asked || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      change(asked, true);
    },
  };
}
