"use client";
import { useMemo } from "react";
import { useProviderValue } from "../../../hooks/EaselContext.ts";
import { generateImage } from "../../../labels/en/generateImage.ts";
import { mergeOverrides } from "../../../labels/mergeOverrides.ts";

/** Returns the labels of `GenerateImage`. They aren't in `useEasel().labels`, so that apps without it don't load them. */
export function useGenerateImageLabels(): typeof generateImage {
  const overrides = useProviderValue().labels?.generateImage;
  return useMemo(() => mergeOverrides(generateImage, overrides), [overrides]);
}
