"use client";
import { forwardRef, useId } from "react";
import { Part, contentOf, type PartProps } from "../../internals/Part.tsx";
import { useImageActionLabels } from "../../internals/useImageActionLabels.ts";
import { useParts } from "../../internals/useParts.ts";
import { useImageResult } from "../context/ImageResultContext.ts";
import { otherModels } from "./otherModels.ts";
import { RepeatableButton } from "./RepeatableButton.tsx";

export type ImageResultOtherModelsProps = PartProps<"div">;

/** Renders a `<div>` with a button for each other model, which sends the same settings, and the settings it drops. */
export const ImageResultOtherModels = forwardRef<HTMLDivElement, ImageResultOtherModelsProps>(
  function ImageResultOtherModels(props, ref) {
    const part = useParts(props.classNames);
    const text = useImageActionLabels();
    const id = useId();
    const { model, models = [], input, onGenerate } = useImageResult("ImageResult.OtherModels");
    if (!model || !input || !onGenerate) return null;
    const others = otherModels(model, input, models);
    if (others.length === 0) return null;
    return (
      <Part
        as="div"
        partName="image-result-models"
        kind="stack"
        role="group"
        aria-labelledby={id}
        own={props}
        ref={ref}
      >
        <p id={id} {...part("image-result-menu-title", "caption")}>
          {text.generateWith}
        </p>
        {others.map(({ model: other, input: next, dropped }) => (
          <RepeatableButton key={other.id} partName="image-result-model" model={other} input={next}>
            <span {...part("image-result-model-title")}>{other.title}</span>
            {dropped.length > 0 && (
              <span {...part("image-result-model-dropped", "caption")}>
                {text.withoutSettings(dropped)}
              </span>
            )}
          </RepeatableButton>
        ))}
        {contentOf(props)}
      </Part>
    );
  },
);
