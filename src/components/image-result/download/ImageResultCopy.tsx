"use client";
import { forwardRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { PartProps } from "../../internals/Part.tsx";
import { useAiLabel } from "../../internals/useAiLabel.ts";
import { useParts } from "../../internals/useParts.ts";
import { ActionButton } from "../context/ActionButton.tsx";
import { useResultImage, type ImageIndexProps } from "../context/ImageResultContext.ts";
import { readImage } from "./readImage.ts";
import { withLabel } from "./withLabel.ts";

export type ImageResultCopyProps = PartProps<"button"> & ImageIndexProps;

/** Converts an image to PNG, the only image type that all browsers can copy. */
async function asPng(blob: Blob): Promise<Blob> {
  if (blob.type === "image/png") return blob;
  const bitmap = await createImageBitmap(blob);
  const canvas = document.createElement("canvas");
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (png) => (png ? resolve(png) : reject(new Error("PNG encoding failed."))),
      "image/png",
    );
  });
}

/** Renders a `<button>` that copies an image as a PNG. Renders nothing if the file is missing or isn't an image. */
export const ImageResultCopy = forwardRef<HTMLButtonElement, ImageResultCopyProps>(
  function ImageResultCopy({ index: ownIndex, ...props }, ref) {
    const part = useParts(props.classNames);
    const { client, labels } = useEasel();
    const text = labels.result;
    const label = useAiLabel();
    const { image, isImage, index, count, isMissing } = useResultImage(
      "ImageResult.Copy",
      ownIndex,
    );
    if (!image || isMissing || !isImage) return null;

    const copy = async (): Promise<string> => {
      try {
        // Passes a promise to `write`, because Safari requires the call to be made in the click handler.
        const png = readImage(image.url, client)
          .then((blob) => withLabel(blob, label))
          .then(asPng);
        // Prevents an unhandled rejection if `write` never reads the promise.
        png.catch(() => undefined);
        await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
        return text.copied;
      } catch {
        return text.cantCopy;
      }
    };

    return (
      <ActionButton
        partName="image-result-copy"
        aria-label={text.forImage(text.copy, index, count)}
        {...props}
        act={copy}
        icon="copy"
        word={<span {...part("image-result-action-word")}>{text.copy}</span>}
        ref={ref}
      />
    );
  },
);
