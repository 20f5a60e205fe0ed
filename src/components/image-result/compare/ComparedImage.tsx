"use client";
import { useState } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { useParts } from "../../internals/useParts.ts";

export interface ComparedImageProps {
  readonly side: "before" | "after";
  readonly url: string;
  readonly label: string;
  readonly alt: string;
}

export function ComparedImage({ side, url, label, alt }: ComparedImageProps) {
  const part = useParts();
  const labels = useEasel().labels.result;
  const [failed, setFailed] = useState<string>();
  return (
    <figure {...part("compare-side")} data-side={side}>
      {failed === url ? (
        <p {...part("compare-missing")}>{labels.missing}</p>
      ) : (
        <img
          {...part("compare-image")}
          src={url}
          alt={alt}
          decoding="async"
          draggable={false}
          onError={() => setFailed(url)}
        />
      )}
      <figcaption {...part("compare-label")}>{label}</figcaption>
    </figure>
  );
}
