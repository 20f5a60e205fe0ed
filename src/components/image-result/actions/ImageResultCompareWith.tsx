"use client";
import { forwardRef, useId } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { contentOf, Part, type PartProps } from "../../internals/Part.tsx";
import { useImageActionLabels } from "../../internals/useImageActionLabels.ts";
import { useParts } from "../../internals/useParts.ts";
import type { ImageToCompare } from "../context/continueOptions.ts";
import {
  isShownAsImage,
  kindOf,
  useImageResultActions,
  useResultImage,
  type ImageIndexProps,
} from "../context/ImageResultContext.ts";
import { imageSeed } from "../context/resultSeed.ts";
import { sideName } from "../context/sideName.ts";
import { startImage } from "../context/startImage.ts";
import { SimpleAction } from "./SimpleAction.tsx";

export type ImageResultCompareWithProps = PartProps<"div"> & ImageIndexProps;

/** Renders a `<div>` with a button for each image to compare with: the start image, and images of this result. */
export const ImageResultCompareWith = forwardRef<HTMLDivElement, ImageResultCompareWithProps>(
  function ImageResultCompareWith({ index: ownIndex, ...props }, ref) {
    const part = useParts(props.classNames);
    const { result: text } = useEasel().labels;
    const actionText = useImageActionLabels();
    const id = useId();
    const about = useResultImage("ImageResult.CompareWith", ownIndex);
    const { compare } = useImageResultActions("ImageResult.CompareWith");
    const { result, input, model, prompt, index, count, image, onCompare } = about;
    const start = startImage(input, model);
    const sideOf = (at: number): ImageToCompare => ({
      url: result?.images[at]?.url ?? "",
      label:
        count > 1
          ? actionText.position(at, count)
          : sideName({ model, seed: imageSeed(result, at), prompt }, text),
      alt: text.alt(prompt, at, count),
    });
    const others = (result?.images ?? []).flatMap((other, at) =>
      at !== index && isShownAsImage(kindOf(other, about)) ? [at] : [],
    );
    const isShown = image && about.isImage && !about.isMissing;
    if (!isShown || (!start && others.length === 0 && !onCompare)) return null;

    const after = sideOf(index);
    const choice = (key: string, word: string, act: () => void, url?: string) => (
      <SimpleAction
        key={key}
        partName="image-result-compare-with"
        icon="beside"
        {...{ word, act, thumbnail: url }}
      />
    );
    return (
      <Part
        as="div"
        partName="image-result-compare-choices"
        kind="stack"
        role="group"
        aria-labelledby={id}
        own={props}
        ref={ref}
      >
        <p id={id} {...part("image-result-menu-title", "caption")}>
          {actionText.compareWith}
        </p>
        {start !== undefined &&
          choice(
            "start",
            actionText.inputAlt,
            () =>
              compare({
                before: { url: start, label: actionText.inputAlt, alt: actionText.inputAlt },
                after,
              }),
            start,
          )}
        {others.map((at) => {
          const before = sideOf(at);
          const act = () => compare({ before, after });
          return choice(String(at), actionText.position(at, count), act, before.url);
        })}
        {onCompare && choice("other", actionText.anotherGeneration, () => onCompare(after))}
        {contentOf(props)}
      </Part>
    );
  },
);
