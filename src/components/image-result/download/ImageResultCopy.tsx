"use client";
import { forwardRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { PartProps } from "../../internals/Part.tsx";
import { useAiLabel } from "../../internals/useAiLabel.ts";
import { ActionButton, type ActionOutcome } from "../context/ActionButton.tsx";
import { useResultImage, type ImageIndexProps } from "../context/ImageResultContext.ts";

export type ImageResultCopyProps = PartProps<"button"> & ImageIndexProps;

/** Renders a `<button>` that copies an image as a PNG. Renders nothing if the file is missing or isn't an image. */
export const ImageResultCopy = forwardRef<HTMLButtonElement, ImageResultCopyProps>(
  function ImageResultCopy({ index: ownIndex, ...props }, ref) {
    const { client, labels } = useEasel();
    const text = labels.result;
    const label = useAiLabel();
    const { image, isImage, index, count, isMissing } = useResultImage(
      "ImageResult.Copy",
      ownIndex,
    );
    if (!image || isMissing || !isImage) return null;

    const copy = async (): Promise<ActionOutcome> => {
      try {
        // Passes a promise to `write`, because Safari requires the call to be made in the click handler.
        const png = import("./readPng.ts").then(({ readPng }) => readPng(image.url, client, label));
        // Prevents an unhandled rejection if `write` never reads the promise.
        png.catch(() => undefined);
        await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
        return { message: text.copied };
      } catch {
        return { message: text.cantCopy, hasFailed: true };
      }
    };

    return (
      <ActionButton
        partName="image-result-copy"
        aria-label={text.forImage(text.copy, index, count)}
        {...props}
        act={copy}
        icon="copy"
        word={text.copy}
        doneWord={text.done.copy}
        ref={ref}
      />
    );
  },
);
