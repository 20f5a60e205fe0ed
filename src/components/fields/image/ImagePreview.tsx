"use client";
import { useState } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { useParts } from "../../internals/useParts.ts";

interface ImagePreviewProps {
  readonly source: string;
  readonly alt: string;
  readonly shown: boolean;
  readonly onShow: () => void;
}

export function ImagePreview({ source, alt, shown, onShow }: ImagePreviewProps) {
  const part = useParts();
  const { labels } = useEasel();
  const [broken, setBroken] = useState<string>();
  if (!/^(https?:\/\/[^\s/]+\/|data:image\/|blob:)/i.test(source)) return null;
  if (!shown) {
    return (
      <button {...part("image-show", "button")} onClick={onShow}>
        {labels.image.show}
      </button>
    );
  }
  return broken === source ? (
    <p {...part("image-broken", "caption")}>{labels.image.previewUnavailable}</p>
  ) : (
    <img
      {...part("image-preview")}
      src={source}
      alt={alt}
      // Hides the page from the image's host.
      referrerPolicy="no-referrer"
      onError={() => setBroken(source)}
    />
  );
}
