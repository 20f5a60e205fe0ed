"use client";
import { useState } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { useParts } from "../../internals/useParts.ts";

interface ImagePreviewProps {
  /** An address, a data URL, or what is still being typed. */
  readonly source: string;
  readonly alt: string;
  /** Its user has seen to it that it may be fetched. */
  readonly shown: boolean;
  readonly onShow: () => void;
}

/** The picture that is to be sent, or a button that shows it. Nothing while there is no whole address. */
export function ImagePreview({ source, alt, shown, onShow }: ImagePreviewProps) {
  const part = useParts();
  const { labels } = useEasel();
  const [broken, setBroken] = useState<string>();
  if (!/^(https?:\/\/[^\s/]+\/|data:image\/|blob:)/i.test(source)) return null;
  if (!shown) {
    return (
      <button type="button" {...part("image-show")} onClick={onShow}>
        {labels.image.show}
      </button>
    );
  }
  return broken === source ? (
    <p {...part("image-broken")}>{labels.image.notShown}</p>
  ) : (
    <img
      {...part("image-preview")}
      src={source}
      alt={alt}
      // The service gets the address; the picture's host need not learn where it is used.
      referrerPolicy="no-referrer"
      onError={() => setBroken(source)}
    />
  );
}
