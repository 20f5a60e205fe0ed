"use client";
import { useState } from "react";
import type { GeneratedImage } from "./context/generatedImage.ts";

interface ImageValueOptions {
  readonly value: GeneratedImage | null | undefined;
  readonly defaultValue: GeneratedImage | null | undefined;
  readonly onChange: ((value: GeneratedImage | null) => void) | undefined;
}

/** Holds the field's value, unless the app does. */
export function useImageValue({ value, defaultValue = null, onChange }: ImageValueOptions) {
  const [own, setOwn] = useState(defaultValue);
  function change(next: GeneratedImage | null): void {
    setOwn(next);
    onChange?.(next);
  }
  return { value: value === undefined ? own : value, change, reset: () => change(defaultValue) };
}
