"use client";
import { useEffect, useState } from "react";

const shownMs = 2_000;

/** Returns whether `flash` was called within the last 2 seconds, and `flash`. */
export function useFlash(): readonly [isOn: boolean, flash: () => void] {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (count === 0) return undefined;
    const timer = setTimeout(() => setCount(0), shownMs);
    return () => clearTimeout(timer);
  }, [count]);
  return [count > 0, () => setCount((before) => before + 1)];
}
