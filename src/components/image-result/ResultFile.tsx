"use client";
import { useState } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { fileKind } from "../../protocol/fileType.ts";
import { useParts } from "../internals/useParts.ts";
import { useImageResultActions, useResultImage } from "./context/ImageResultContext.ts";

export function ResultFile({ index }: { readonly index: number }) {
  const part = useParts();
  const labels = useEasel().labels.result;
  const { prompt, image, kind, count } = useResultImage("ImageResult.Image", index);
  const { setMissing } = useImageResultActions("ImageResult.Image");
  const [hasFailed, setHasFailed] = useState(false);
  if (!image) return null;

  if (kind === "video" && !hasFailed) {
    return (
      // eslint-disable-next-line jsx-a11y/media-has-caption -- generated videos have no captions
      <video
        {...part("image-result-video")}
        src={image.url}
        aria-label={labels.alt(prompt, index, count)}
        controls
        playsInline
        preload="metadata"
        onError={() => {
          // A file of unknown type that fails to load both as an image and as a video counts as missing.
          if (fileKind(image) === "unknown") setMissing(image.url, true);
          else setHasFailed(true);
        }}
      />
    );
  }
  return (
    <div {...part("image-result-file")}>
      <p>{labels.notAnImage}</p>
      <a
        {...part("image-result-open", "button")}
        type={undefined}
        href={image.url}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={labels.forImage(labels.openFile, index, count)}
      >
        {labels.openFile}
      </a>
    </div>
  );
}
