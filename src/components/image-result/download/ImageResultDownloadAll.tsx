"use client";
import { forwardRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { PartProps } from "../../internals/Part.tsx";
import { useAiLabel } from "../../internals/useAiLabel.ts";
import { ActionButton, type ActionOutcome } from "../context/ActionButton.tsx";
import { useImageResult } from "../context/ImageResultContext.ts";

export type ImageResultDownloadAllProps = PartProps<"button">;

/** Renders a `<button>` that saves all images and recipes in one archive. Renders nothing for fewer than two images. */
export const ImageResultDownloadAll = forwardRef<HTMLButtonElement, ImageResultDownloadAllProps>(
  function ImageResultDownloadAll(props, ref) {
    const { client, labels } = useEasel();
    const text = labels.result;
    const label = useAiLabel();
    const { prompt, result, input, model, missing } = useImageResult("ImageResult.DownloadAll");
    const indices = (result?.images ?? []).flatMap(({ url }, index) =>
      missing.has(url) ? [] : [index],
    );
    if (!result || indices.length < 2) return null;

    const source = { result, prompt, input, model, label };
    const download = async (): Promise<ActionOutcome> => {
      const count = await import("./saveImages.ts")
        .then(({ saveImages }) => saveImages(source, indices, client))
        .catch(() => 0);
      return count === indices.length
        ? { message: text.downloaded }
        : { message: text.downloadedSome(count, indices.length), hasFailed: true };
    };

    return (
      <ActionButton
        partName="image-result-download-all"
        {...props}
        act={download}
        icon="download"
        word={text.downloadAll(indices.length)}
        doneWord={text.done.download}
        ref={ref}
      />
    );
  },
);
