"use client";
import { forwardRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { PartProps } from "../../internals/Part.tsx";
import { useAiLabel } from "../../internals/useAiLabel.ts";
import { ActionButton } from "../context/ActionButton.tsx";
import { useImageResult } from "../context/ImageResultContext.ts";
import { resultSeed } from "../context/resultSeed.ts";
import { imageFileName } from "./imageFileName.ts";
import { readImageFile } from "./readImageFile.ts";
import { saveFiles } from "./saveFiles.ts";

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
    const download = async (): Promise<string> => {
      const read = await Promise.all(
        indices.map((index) => readImageFile({ ...source, index }, client).catch(() => undefined)),
      );
      const files = read.filter((file) => file !== undefined);
      const first = { prompt, seed: resultSeed(result), index: 0, count: 1 };
      await saveFiles(files, imageFileName({ ...first, contentType: "application/zip" }));
      return files.length === indices.length
        ? text.downloaded
        : text.downloadedSome(files.length, indices.length);
    };

    return (
      <ActionButton
        partName="image-result-download-all"
        {...props}
        act={download}
        icon="download"
        word={text.downloadAll(indices.length)}
        ref={ref}
      />
    );
  },
);
