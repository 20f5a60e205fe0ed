"use client";
import { useState } from "react";
import { useEasel } from "../hooks/index.ts";

export interface ComparedPictureProps {
  readonly side: "before" | "after";
  readonly url: string;
  readonly label: string;
  readonly alt: string;
}

/** One side of a comparison with its word; a picture that can't be had is told of. */
export function ComparedPicture({ side, url, label, alt }: ComparedPictureProps) {
  const words = useEasel().labels.result;
  const [failed, setFailed] = useState<string>();
  return (
    <figure data-easel="compare-side" data-side={side}>
      {failed === url ? (
        <p data-easel="compare-missing">{words.missing}</p>
      ) : (
        <img
          data-easel="compare-image"
          src={url}
          alt={alt}
          decoding="async"
          draggable={false}
          onError={() => setFailed(url)}
        />
      )}
      <figcaption data-easel="compare-label">{label}</figcaption>
    </figure>
  );
}
