"use client";
import { useState } from "react";
import { useImageLabels } from "../../internals/useImageLabels.ts";
import { useParts } from "../../internals/useParts.ts";
import type { ImageSourceState } from "./useImageSource.ts";

interface ImagePreviewProps {
  readonly state: ImageSourceState;
  readonly alt: string;
  readonly onLoad: () => void;
}

export function ImagePreview({ state, alt, onLoad }: ImagePreviewProps) {
  const part = useParts();
  const labels = useImageLabels();
  const { shownAs: source, shown, show, value } = state;
  const [broken, setBroken] = useState<string>();
  if (!/^(https?:\/\/[^\s/]+\/|data:image\/|blob:)/i.test(source)) return null;
  if (!shown) {
    return (
      <button {...part("image-show", "button")} onClick={() => show(value)}>
        {labels.show}
      </button>
    );
  }
  return broken === source ? (
    <p {...part("image-broken", "caption")}>{labels.previewUnavailable}</p>
  ) : (
    <img
      {...part("image-preview")}
      src={source}
      alt={alt}
      // Prevents the browser from sending the page's URL to the image server.
      referrerPolicy="no-referrer"
      onLoad={onLoad}
      onError={() => setBroken(source)}
    />
  );
}
