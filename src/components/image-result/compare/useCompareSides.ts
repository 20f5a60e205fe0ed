"use client";
import { useEasel } from "../../../hooks/useEasel.ts";
import { useImageActionLabels } from "../../internals/useImageActionLabels.ts";
import type { ImageToCompare } from "../context/continueOptions.ts";
import { isShownAsImage, kindOf, useResultImage } from "../context/ImageResultContext.ts";
import { startImage } from "../context/startImage.ts";

/** Image to compare: the index of an image in the result, or any other image. */
export type CompareSide = number | ImageToCompare;

export type ComparedSide = Required<{ readonly [Key in keyof ImageToCompare]: string }>;

export function useCompareSides(
  givenBefore: CompareSide | undefined,
  givenAfter: CompareSide | undefined,
) {
  const labels = useEasel().labels.result;
  const actionText = useImageActionLabels();
  const context = useResultImage("ImageResult.Compare", undefined);
  const { result, input, model, prompt } = context;
  const images = result?.images ?? [];
  const start = startImage(input, model);
  const areBothOwn = typeof givenBefore === "number" && typeof givenAfter === "number";

  function ownSide(index: number, label: string): ComparedSide | undefined {
    const url = images[index]?.url;
    const alt = labels.alt(prompt, index, images.length);
    const numbered = actionText.position(index, images.length);
    const isImage = isShownAsImage(kindOf(images[index], context));
    return url === undefined || !isImage
      ? undefined
      : { url, alt, label: areBothOwn ? numbered : label };
  }

  function sideOf(side: CompareSide | undefined, label: string): ComparedSide | undefined {
    if (typeof side === "number") return ownSide(side, label);
    return side && ({ label, alt: side.label ?? label, ...side } as ComparedSide);
  }

  return {
    before: sideOf(
      givenBefore ?? (start ? { url: start, alt: actionText.inputAlt } : undefined),
      actionText.before,
    ),
    after: sideOf(givenAfter ?? context.index, actionText.after),
  };
}
