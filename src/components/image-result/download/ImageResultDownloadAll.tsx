"use client";
import { forwardRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { ActionIcon } from "../../internals/ActionIcon.tsx";
import { Part, type PartProps } from "../../internals/Part.tsx";
import { useImageResult } from "../context/ImageResultContext.ts";
import { resultSeed } from "../context/resultSeed.ts";
import { useImageAction } from "../context/useImageAction.ts";
import { imageFileName } from "./imageFileName.ts";
import { readImageFile } from "./readImageFile.ts";
import { saveFiles } from "./saveFiles.ts";

export type ImageResultDownloadAllProps = PartProps<"button">;

/** Saves all images in one archive, with their recipes. Renders a `<button>`; nothing for fewer than two. */
export const ImageResultDownloadAll = forwardRef<HTMLButtonElement, ImageResultDownloadAllProps>(
  function ImageResultDownloadAll({ onClick, ...props }, ref) {
    const { client, labels } = useEasel();
    const text = labels.result;
    const { prompt, result, input, model, missing } = useImageResult("DownloadAll");
    const indices = (result?.images ?? []).flatMap(({ url }, index) =>
      missing.has(url) ? [] : [index],
    );

    const { busy, start } = useImageAction("DownloadAll", async () => {
      if (!result) return "";
      const read = await Promise.all(
        indices.map((index) =>
          readImageFile({ result, index, prompt, input, model }, client).catch(() => undefined),
        ),
      );
      const files = read.filter((file) => file !== undefined);
      const first = { prompt, seed: resultSeed(result), index: 0, count: 1 };
      await saveFiles(files, imageFileName({ ...first, contentType: "application/zip" }));
      return files.length === indices.length
        ? text.downloaded
        : text.downloadedSome(files.length, indices.length);
    });
    if (indices.length < 2) return null;

    return (
      <Part
        as="button"
        partName="image-result-download-all"
        kind="button"
        state={{ busy }}
        type="button"
        {...props}
        onClick={(event) => {
          onClick?.(event);
          if (!event.defaultPrevented) start();
        }}
        ref={ref}
      >
        {props.children ?? (
          <>
            <ActionIcon name="download" />
            {text.downloadAll(indices.length)}
          </>
        )}
      </Part>
    );
  },
);
