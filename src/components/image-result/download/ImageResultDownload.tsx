"use client";
import { forwardRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { ActionIcon } from "../../internals/ActionIcon.tsx";
import { Part, type PartProps } from "../../internals/Part.tsx";
import { useParts } from "../../internals/useParts.ts";
import { useImageResult, useResultImage } from "../context/ImageResultContext.ts";
import { useImageAction } from "../context/useImageAction.ts";
import { readImageFile } from "./readImageFile.ts";
import { saveFile } from "./saveFile.ts";

export interface ImageResultDownloadProps extends PartProps<"button"> {
  /** @default its place in `Grid`, else 0 */
  readonly index?: number | undefined;
}

/** Saves an image with its recipe. Opens a new tab if the file can't be read. Renders a `<button>`. */
export const ImageResultDownload = forwardRef<HTMLButtonElement, ImageResultDownloadProps>(
  function ImageResultDownload({ index: ownIndex, onClick, ...props }, ref) {
    const part = useParts(props.classNames);
    const { client, labels } = useEasel();
    const text = labels.result;
    const { prompt, result, input, model } = useImageResult("Download");
    const { image, index, count, isMissing } = useResultImage("Download", ownIndex);

    const { busy, start } = useImageAction("Download", async () => {
      if (!result) return "";
      try {
        saveFile(await readImageFile({ result, index, prompt, input, model }, client));
        return text.downloaded;
      } catch {
        window.open(image?.url, "_blank", "noopener,noreferrer");
        return text.openedInTab;
      }
    });
    if (!image || isMissing) return null;

    return (
      <Part
        as="button"
        partName="image-result-download"
        kind="button"
        state={{ busy }}
        type="button"
        aria-label={text.forImage(text.download, index, count)}
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
            <span {...part("image-result-action-word")}>{text.download}</span>
          </>
        )}
      </Part>
    );
  },
);
