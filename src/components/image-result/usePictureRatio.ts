"use client";
import { useEffect, useState } from "react";
import type { Model } from "../../models/defineModel.ts";
import type { JobInput } from "../internals/promptOf.ts";
import { useStableCallback } from "../internals/useStableCallback.ts";
import { pictureSize } from "./context/pictureSize.ts";
import { startPicture } from "./context/startPicture.ts";

interface Measured {
  /** The picture that the run begins from; runs without one follow one another in the same shape. */
  readonly of: string | undefined;
  readonly ratio: number;
}

/**
 * Width by height of a run's pictures: by what was sent, else by the picture that the run begins from, else by what came
 * back. A square as long as nobody knows.
 */
export function usePictureRatio(
  input: JobInput | undefined,
  model: Model | undefined,
): readonly [ratio: number, learn: (picture: HTMLImageElement) => void] {
  const [measured, setMeasured] = useState<Measured>();
  const { width, ratio } = pictureSize(input);
  const isKnown = width !== undefined;
  const start = isKnown ? undefined : startPicture(input, model);

  const learn = useStableCallback(({ naturalWidth, naturalHeight }: HTMLImageElement) => {
    if (naturalHeight > 0) setMeasured({ of: start, ratio: naturalWidth / naturalHeight });
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
