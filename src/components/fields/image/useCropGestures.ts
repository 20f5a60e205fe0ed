"use client";
import { useRef, type KeyboardEvent, type PointerEvent } from "react";

/** Change to a crop. `zoomBy` is a zoom factor. `x` and `y` are distances, as fractions of the crop's size. */
export interface CropMove {
  readonly zoomBy?: number;
  readonly x?: number;
  readonly y?: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

const distance = (places: readonly Place[]): number => {
  const [a, b] = places;
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
};

const step = 0.02;

export function useCropGestures(onMove: (move: CropMove, byKey: boolean) => void) {
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
        onMove({ zoomBy: distance([...held.values()]) / Math.max(1, before) }, false);
      } else {
        const [x, y] = [from.x - event.clientX, from.y - event.clientY];
        onMove({ x: x / frame.width, y: y / frame.height }, false);
      }
    },
    onPointerUp: lift,
    onPointerCancel: lift,
    onKeyDown: (event: KeyboardEvent): void => {
      const far = event.shiftKey ? step * 5 : step;
      const moves: Readonly<Record<string, CropMove>> = {
        ArrowLeft: { x: -far },
        ArrowRight: { x: far },
        ArrowUp: { y: -far },
        ArrowDown: { y: far },
        "+": { zoomBy: 1.1 },
        "=": { zoomBy: 1.1 },
        "-": { zoomBy: 1 / 1.1 },
      };
      const asked = moves[event.key];
      if (!asked || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      onMove(asked, true);
    },
  };
}
