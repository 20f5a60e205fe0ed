"use client";
import { forwardRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { ActionIcon } from "../../internals/ActionIcon.tsx";
import type { PartProps } from "../../internals/Part.tsx";
import { useImageActionLabels } from "../../internals/useImageActionLabels.ts";
import { useParts } from "../../internals/useParts.ts";
import { useResultImage, type ImageIndexProps } from "../context/ImageResultContext.ts";
import { imageSeed } from "../context/resultSeed.ts";
import { fieldsOf } from "./fieldsOf.ts";
import { PaidButton } from "./PaidButton.tsx";
import { variationOf } from "./variation.ts";

export type ImageResultVaryProps = PartProps<"button"> & ImageIndexProps;

/**
 * Renders a `<button>` that generates a variation of an image with the same model. If the model can't vary images, the
 * button sends the same settings with a new seed. Renders nothing without `onGenerate`, a model, and an input, or if the
 * model has no seed.
 */
export const ImageResultVary = forwardRef<HTMLButtonElement, ImageResultVaryProps>(
  function ImageResultVary({ index: ownIndex, children, ...props }, ref) {
    const part = useParts(props.classNames);
    const { result: text } = useEasel().labels;
    const actionText = useImageActionLabels();
    const about = useResultImage("ImageResult.Vary", ownIndex);
    const { image, isImage, isMissing, index, count, model, input, result, onGenerate } = about;
    if (!image || !isImage || isMissing || !model || !input || !onGenerate) return null;

    const url = new URL(image.url, document.baseURI).href;
    const variation = variationOf({ model, input, url, seed: imageSeed(result, index) });
    // Without a seed, this would be the same as "Generate again".
    if (variation.kind === "new-seed" && !fieldsOf(model).seed) return null;
    const word = variation.kind === "vary" ? actionText.vary : actionText.newSeed;
    return (
      <PaidButton
        partName="image-result-vary"
        aria-label={text.forImage(word, index, count)}
        {...props}
        model={model}
        input={variation.input()}
        send={() => onGenerate(variation.input(), model)}
        ref={ref}
      >
        {children ?? (
          <>
            <ActionIcon name={variation.kind === "vary" ? "vary" : "seed"} />
            <span {...part("image-result-action-words")}>{word}</span>
          </>
        )}
      </PaidButton>
    );
  },
);
