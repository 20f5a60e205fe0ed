"use client";
import { forwardRef } from "react";
import { isPending } from "../../../runtime/isPending.ts";
import { ActionIcon } from "../../internals/ActionIcon.tsx";
import type { PartProps } from "../../internals/Part.tsx";
import { useImageActionLabels } from "../../internals/useImageActionLabels.ts";
import { useParts } from "../../internals/useParts.ts";
import { useImageResult } from "../context/ImageResultContext.ts";
import { RepeatableButton } from "./RepeatableButton.tsx";

export type ImageResultAgainProps = PartProps<"button">;

/**
 * Renders a `<button>` that sends the same input again: a random seed stays random. Asks first if the same image was
 * generated before. Renders nothing while pending, or without `onGenerate`, a model, and a complete input.
 */
export const ImageResultAgain = forwardRef<HTMLButtonElement, ImageResultAgainProps>(
  function ImageResultAgain({ children, ...props }, ref) {
    const part = useParts(props.classNames);
    const text = useImageActionLabels();
    const { status, model, input, onGenerate } = useImageResult("ImageResult.Again");
    if (!model || !input || !onGenerate || isPending({ status })) return null;
    return (
      <RepeatableButton
        partName="image-result-again"
        aria-label={text.generateAgain}
        {...props}
        model={model}
        input={input}
        ref={ref}
      >
        {children ?? (
          <>
            <ActionIcon name="again" />
            <span {...part("image-result-action-words")}>{text.generateAgain}</span>
          </>
        )}
      </RepeatableButton>
    );
  },
);
