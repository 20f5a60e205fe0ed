"use client";
import { useEffect, useState } from "react";
import { useStableActions } from "../../hooks/useStableActions.ts";
import type { Model } from "../../models/defineModel.ts";
import type { JobInput } from "../internals/promptOf.ts";
import { imageSize } from "./context/imageSize.ts";
import { startImage } from "./context/startImage.ts";

interface Measured {
  /** URL of the start image with this ratio. All jobs without a start image share a ratio. */
  readonly of: string | undefined;
  readonly ratio: number;
}

/** Returns the width-to-height ratio of the input, else of the start image or an image passed to `learn`, else 1. */
export function useImageRatio(
  input: JobInput | undefined,
  model: Model | undefined,
): readonly [ratio: number, learn: (image: HTMLImageElement) => void] {
  const [measured, setMeasured] = useState<Measured>();
  const { width, ratio } = imageSize(input);
  const isKnown = width !== undefined;
  const start = isKnown ? undefined : startImage(input, model);

  const { learn } = useStableActions({
    learn: ({ naturalWidth, naturalHeight }: HTMLImageElement) => {
      if (naturalHeight > 0) setMeasured({ of: start, ratio: naturalWidth / naturalHeight });
    },
  });

  useEffect(() => {
    if (start === undefined) return undefined;
    const probe = new Image();
    probe.addEventListener("load", () => learn(probe));
    probe.src = start;
    return () => probe.removeAttribute("src");
  }, [start, learn]);

  return [isKnown || measured?.of !== start ? ratio : (measured?.ratio ?? ratio), learn];
}
