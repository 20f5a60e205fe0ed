"use client";
import { forwardRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { isPending } from "../../runtime/isPending.ts";
import type { PartProps } from "../internals/Part.tsx";
import { ActionButton } from "./context/ActionButton.tsx";
import { useImageResult } from "./context/ImageResultContext.ts";

export type ImageResultReuseProps = PartProps<"button">;

/** Renders a `<button>` that calls `onReuse`. Renders nothing while pending, or without `input` or `onReuse`. */
export const ImageResultReuse = forwardRef<HTMLButtonElement, ImageResultReuseProps>(
  function ImageResultReuse(props, ref) {
    const labels = useEasel().labels.result;
    const { status, input, result, onReuse } = useImageResult("ImageResult.Reuse");
    if (!input || !onReuse || isPending({ status })) return null;
    const seed = result?.seed;

    return (
      <ActionButton
        partName="image-result-reuse"
        {...props}
        act={() => {
          onReuse(seed === undefined ? input : { ...input, seed });
          return { message: labels.reused };
        }}
        icon="reuse"
        word={labels.reuse}
        doneWord={labels.done.reuse}
        ref={ref}
      />
    );
  },
);
