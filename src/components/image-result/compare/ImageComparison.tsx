"use client";
import { useEffect, useRef, useState } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { ActionIcon } from "../../internals/ActionIcon.tsx";
import { useImageActionLabels } from "../../internals/useImageActionLabels.ts";
import { useParts } from "../../internals/useParts.ts";
import type { Comparison } from "../context/continueOptions.ts";
import { useImageResultActions } from "../context/ImageResultContext.ts";
import { ImageResultCompare } from "./ImageResultCompare.tsx";

/** Renders a comparison in place of the images. Escape closes it. */
export function ImageComparison({ before, after }: Comparison) {
  const part = useParts();
  const text = useEasel().labels.result;
  const actionText = useImageActionLabels();
  const { compare } = useImageResultActions("ImageResult.Grid");
  const [isSwapped, setSwapped] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.querySelector("input")?.focus({ preventScroll: true });
  }, []);
  return (
    <ImageResultCompare
      ref={frame}
      data-frame=""
      before={isSwapped ? after : before}
      after={isSwapped ? before : after}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        compare();
      }}
    >
      <button
        {...part("compare-swap", "button")}
        aria-label={actionText.swap}
        title={actionText.swap}
        onClick={() => setSwapped(!isSwapped)}
      >
        <ActionIcon name="swap" />
      </button>
      <button
        {...part("compare-close", "button")}
        aria-label={text.close}
        title={text.close}
        onClick={() => compare()}
      >
        <ActionIcon name="close" />
      </button>
    </ImageResultCompare>
  );
}
