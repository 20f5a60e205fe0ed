"use client";
import { forwardRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { PartProps } from "../../internals/Part.tsx";
import { useAiLabel } from "../../internals/useAiLabel.ts";
import { ActionButton, type ActionOutcome } from "../context/ActionButton.tsx";
import { useResultImage, type ImageIndexProps } from "../context/ImageResultContext.ts";

export type ImageResultDownloadProps = PartProps<"button"> & ImageIndexProps;

/** Renders a `<button>` that saves an image with its recipe, or opens it in a new tab if the file can't be read. */
export const ImageResultDownload = forwardRef<HTMLButtonElement, ImageResultDownloadProps>(
  function ImageResultDownload({ index: ownIndex, ...props }, ref) {
    const { client, labels } = useEasel();
    const text = labels.result;
    const label = useAiLabel();
    const { result, image, isMissing, ...about } = useResultImage("ImageResult.Download", ownIndex);
    if (!result || !image || isMissing) return null;

    const download = async (): Promise<ActionOutcome> => {
      try {
        const { saveImage } = await import("./saveImages.ts");
        await saveImage({ result, ...about, label }, client);
        return { message: text.downloaded };
      } catch {
        window.open(image.url, "_blank", "noopener,noreferrer");
        return { message: text.openedInTab, hasFailed: true };
      }
    };

    return (
      <ActionButton
        partName="image-result-download"
        aria-label={text.forImage(text.download, about.index, about.count)}
        title={text.download}
        {...props}
        act={download}
        icon="download"
        word={text.download}
        doneWord={text.done.download}
        ref={ref}
      />
    );
  },
);
