import { dropOldest } from "./dropOldest.ts";
import { createSweep } from "./memoryPool.ts";
import type { Store } from "./store.ts";

interface Window {
  readonly takenAt: number[];
  start: number;
  until: number;
}

function dropExpired(window: Window, before: number): void {
  const { takenAt } = window;
  while ((takenAt[window.start] ?? Infinity) <= before) window.start += 1;
  if (window.start * 2 < takenAt.length) return;
  takenAt.splice(0, window.start);
  window.start = 0;
}

export function createSlidingWindows(maxWindows: number): Store["take"] {
  const windows = new Map<string, Window>();
  const sweep = createSweep(windows, (key) => windows.delete(key));

  return async (key, most, windowMs) => {
    const now = performance.now();
    sweep(now);
    const window = windows.get(key) ?? { takenAt: [], start: 0, until: 0 };
    dropExpired(window, now - windowMs);
    const { takenAt, start } = window;
    if (takenAt.length - start >= most) {
      const blocking = takenAt[Math.floor(takenAt.length - most)] ?? now;
      return Math.max(1, Math.ceil(blocking + windowMs - now));
    }
    takenAt.push(now);
    window.until = now + windowMs;
    windows.delete(key);
    windows.set(key, window);
    dropOldest(windows, maxWindows);
    return undefined;
  };
}
