"use client";
import { useId } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { ActionIcon } from "../../internals/ActionIcon.tsx";
import { useHistoryLabels } from "../../internals/useHistoryLabels.ts";
import { useParts } from "../../internals/useParts.ts";
import { useImageResult } from "../context/ImageResultContext.ts";
import { ImageResultCopy } from "../download/ImageResultCopy.tsx";
import { ImageResultDownload } from "../download/ImageResultDownload.tsx";
import { ImageResultAgain } from "./ImageResultAgain.tsx";
import { ImageResultCompareWith } from "./ImageResultCompareWith.tsx";
import { ImageResultDelete } from "./ImageResultDelete.tsx";
import { ImageResultFavorite } from "./ImageResultFavorite.tsx";
import { ImageResultMore } from "./ImageResultMore.tsx";
import { ImageResultOtherModels } from "./ImageResultOtherModels.tsx";
import { ImageResultStart } from "./ImageResultStart.tsx";
import { ImageResultUpscale } from "./ImageResultUpscale.tsx";
import { ImageResultUse } from "./ImageResultUse.tsx";
import { ImageResultVary } from "./ImageResultVary.tsx";
import { ImageResultZoom } from "./ImageResultZoom.tsx";
import { isNewSeed } from "./variation.ts";

/** Renders the actions of a generation with all its images. */
function GenerationActions() {
  const part = useParts();
  const id = useId();
  const text = useHistoryLabels();
  const { result, model, input } = useImageResult("ImageResult.Root");
  const count = result?.images.length ?? 0;
  return (
    <div
      {...part("image-result-menu-group", "stack")}
      role="group"
      aria-labelledby={count > 1 ? id : undefined}
    >
      {count > 1 && (
        <p id={id} {...part("image-result-menu-title", "caption")}>
          {text.images(count)}
        </p>
      )}
      {/* With a random seed, this would be the same as "New seed". */}
      {!(model && input && isNewSeed(model, input)) && <ImageResultAgain />}
      <ImageResultFavorite />
      <ImageResultDelete />
    </div>
  );
}

/** Renders the actions of one image. The popup has those that CSS hides on a small image. */
export function ImageActions({ place }: { readonly place: "start" | "end" }) {
  const part = useParts();
  const labels = useEasel().labels.result;
  if (place === "start") {
    return (
      <>
        <ImageResultUse />
        <ImageResultVary />
        <ImageResultStart />
      </>
    );
  }
  return (
    <ImageResultMore>
      <div {...part("image-result-menu-group", "stack")}>
        <ImageResultVary />
        <ImageResultStart />
        <ImageResultUpscale />
        <ImageResultZoom>
          <ActionIcon name="enlarge" />
          {labels.enlarge}
        </ImageResultZoom>
        <ImageResultDownload />
        <ImageResultCopy />
      </div>
      <ImageResultCompareWith />
      <ImageResultOtherModels />
      <GenerationActions />
    </ImageResultMore>
  );
}
