"use client";
import { forwardRef } from "react";
import { useEasel } from "../hooks/index.ts";
import { ActionIcon } from "./ActionIcon.tsx";
import { useImageResult, usePicture } from "./ImageResultContext.ts";
import { pictureFileName } from "./pictureFileName.ts";
import { readPicture } from "./readPicture.ts";
import { renderPart, type PartProps } from "./renderPart.ts";
import { usePictureAction } from "./usePictureAction.ts";

export interface ImageResultDownloadProps extends PartProps<"button"> {
  /** Which picture, from 0. @default its place in `Grid`, else the first */
  readonly index?: number | undefined;
}

/** Long enough for any browser to have taken the bytes over. */
const keepMs = 60_000;

function saveAs(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keepMs);
}

/**
 * Saves one picture under a name made of its prompt and seed. Where its bytes can't be read it is opened in a new tab.
 * Renders a `<button>`.
 */
export const ImageResultDownload = forwardRef<HTMLButtonElement, ImageResultDownloadProps>(
  function ImageResultDownload({ index: ownIndex, onClick, ...props }, ref) {
    const { client, labels } = useEasel();
    const words = labels.result;
    const { prompt, seed } = useImageResult("Download");
    const { image, index, count, isMissing } = usePicture("Download", ownIndex);

    const { busy, start } = usePictureAction("Download", async () => {
      const url = image?.url ?? "";
      try {
        const blob = await readPicture(url, client);
        const contentType = blob.type || (image?.contentType ?? "");
        saveAs(blob, pictureFileName({ prompt, seed, index, count, contentType }));
        return words.downloaded;
      } catch {
        window.open(url, "_blank", "noopener,noreferrer");
        return words.openedInTab;
      }
    });
    if (!image || isMissing) return null;

    return renderPart({
      as: "button",
      name: "image-result-download",
      state: { busy },
      ref,
      props: {
        type: "button",
        "aria-label": words.ofPicture(words.download, index, count),
        children: (
          <>
            <ActionIcon name="download" />
            <span data-easel="image-result-action-word">{words.download}</span>
          </>
        ),
        ...props,
        onClick: (event) => {
          onClick?.(event);
          if (!event.defaultPrevented) start();
        },
      },
    });
  },
);
