"use client";
import { forwardRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { isRunning } from "../../runtime/isRunning.ts";
import { renderPart, type PartProps } from "../internals/renderPart.ts";
import { useImageResult } from "./context/ImageResultContext.ts";

export type ImageResultReuseProps = PartProps<"button">;

/**
 * Hands what was sent to `onReuse`, with the seed that was really used, so that the run can be made again. Renders a
 * `<button>`; nothing while the run is under way, or where there is
 * no input or nobody to take it.
 */
export const ImageResultReuse = forwardRef<HTMLButtonElement, ImageResultReuseProps>(
  function ImageResultReuse({ onClick, ...props }, ref) {
    const words = useEasel().labels.result;
    const { status, input, result, onReuse, tell } = useImageResult("Reuse");
    if (!input || !onReuse || isRunning(status)) return null;
    const seed = result?.seed;

    return renderPart({
      as: "button",
      name: "image-result-reuse",
      ref,
      props: {
        type: "button",
        children: words.reuse,
        ...props,
        onClick: (event) => {
          onClick?.(event);
          if (event.defaultPrevented) return;
          onReuse(seed === undefined ? input : { ...input, seed });
          tell(words.reused);
        },
      },
    });
  },
);
