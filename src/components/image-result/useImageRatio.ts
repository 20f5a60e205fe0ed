"use client";
import { useEffect, useState } from "react";
import { useStableActions } from "../../hooks/useStableActions.ts";
import type { Model } from "../../models/defineModel.ts";
import type { JobInput } from "../internals/promptOf.ts";
import { imageSize } from "./context/imageSize.ts";
import { startImage } from "./context/startImage.ts";

interface Measured {
  /** URL of the measured start image. Undefined for jobs without a start image, which all share one ratio. */
  readonly of: string | undefined;
  readonly ratio: number;
}

/** Returns the input's aspect ratio or, if unknown, that of the start image or an image passed to `learn`, or 1. */
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
