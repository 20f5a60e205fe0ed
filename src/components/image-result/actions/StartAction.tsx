"use client";
import { forwardRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { ActionIconProps } from "../../internals/ActionIcon.tsx";
import type { PartProps } from "../../internals/Part.tsx";
import type { PartName } from "../../internals/partNames.ts";
import { useResultImage, type ImageIndexProps } from "../context/ImageResultContext.ts";
import { SimpleAction } from "./SimpleAction.tsx";
import { startTarget, startValues } from "./startTarget.ts";

export type StartActionProps = PartProps<"button"> & ImageIndexProps;

interface StartActionOptions {
  readonly partName: PartName;
  readonly icon: ActionIconProps["name"];
  readonly word: string;
  readonly upscale?: boolean;
}

/** Renders a button that passes an image to `onStart`, for the form of a model that takes images. */
export const StartAction = forwardRef<HTMLButtonElement, StartActionProps & StartActionOptions>(
  function StartAction({ index: ownIndex, upscale, word, ...props }, ref) {
    const { result: text } = useEasel().labels;
    const about = useResultImage("ImageResult.Start", ownIndex);
    const { image, isImage, isMissing, index, count, model, models = [], onStart } = about;
    const target = startTarget(model, models, { upscale });
    if (!image || !isImage || isMissing || !onStart || !target) return null;
    return (
      <SimpleAction
        {...props}
        word={word}
        name={text.forImage(word, index, count)}
        act={() => onStart(startValues(target, image.url), target.model)}
        ref={ref}
      />
    );
  },
);
