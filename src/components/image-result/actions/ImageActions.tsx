"use client";
import { useEasel } from "../../../hooks/useEasel.ts";
import { ActionIcon } from "../../internals/ActionIcon.tsx";
import { useParts } from "../../internals/useParts.ts";
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
        <ImageResultAgain />
        <ImageResultZoom>
          <ActionIcon name="enlarge" />
          {labels.enlarge}
        </ImageResultZoom>
        <ImageResultDownload />
        <ImageResultCopy />
        <ImageResultFavorite />
        <ImageResultDelete />
      </div>
      <ImageResultCompareWith />
      <ImageResultOtherModels />
    </ImageResultMore>
  );
}
