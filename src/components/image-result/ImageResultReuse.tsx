"use client";
import { forwardRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { isPending } from "../../runtime/isPending.ts";
import type { PartProps } from "../internals/Part.tsx";
import { ActionButton } from "./context/ActionButton.tsx";
import { useImageResult } from "./context/ImageResultContext.ts";

export interface ImageResultReuseProps extends PartProps<"button"> {
  /** Whether to reuse the seed too, which generates the same image again. @default false */
  readonly withSeed?: boolean | undefined;
}

/**
 * Renders a `<button>` that calls `onReuse` with the settings, with or without the seed. Renders nothing while pending,
 * or without `input` or `onReuse`. With `withSeed`, renders nothing if the seed isn't known.
 */
export const ImageResultReuse = forwardRef<HTMLButtonElement, ImageResultReuseProps>(
  function ImageResultReuse({ withSeed = false, ...props }, ref) {
    const { result: labels, settings } = useEasel().labels;
    const { status, input, result, onReuse } = useImageResult("ImageResult.Reuse");
    const seed = result?.seed;
    if (!input || !onReuse || isPending({ status })) return null;
    if (withSeed && seed === undefined) return null;

    return (
      <ActionButton
        partName="image-result-reuse"
        {...props}
        act={() => {
          onReuse({ ...input, seed: withSeed ? seed : undefined });
          return { message: withSeed ? labels.reused : settings.applied };
        }}
        icon="reuse"
        word={withSeed ? settings.reuseWithSeed : labels.reuse}
        doneWord={labels.done.reuse}
        ref={ref}
      />
    );
  },
);
