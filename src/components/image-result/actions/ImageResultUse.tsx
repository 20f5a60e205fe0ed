"use client";
import { forwardRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { PartProps } from "../../internals/Part.tsx";
import { useAiLabel } from "../../internals/useAiLabel.ts";
import { useImageActionLabels } from "../../internals/useImageActionLabels.ts";
import { useResultImage, type ImageIndexProps } from "../context/ImageResultContext.ts";
import { imageSize } from "../context/imageSize.ts";
import { imageSeed } from "../context/resultSeed.ts";
import { SimpleAction } from "./SimpleAction.tsx";

export type ImageResultUseProps = PartProps<"button"> & ImageIndexProps;

/** Returns the size of a loaded image on the page. */
function sizeOnPage(url: string) {
  const shown = [...document.querySelectorAll("img")].find(
    (image) => image.getAttribute("src") === url && image.naturalWidth > 0,
  );
  return shown && { width: shown.naturalWidth, height: shown.naturalHeight };
}

/** Renders a `<button>` that passes an image to `onUse`, for apps that work on with it. */
export const ImageResultUse = forwardRef<HTMLButtonElement, ImageResultUseProps>(
  function ImageResultUse({ index: ownIndex, ...props }, ref) {
    const { client, labels } = useEasel();
    const actionText = useImageActionLabels();
    const text = labels.result;
    const label = useAiLabel();
    const { onUse, image, result, isMissing, ...about } = useResultImage(
      "ImageResult.Use",
      ownIndex,
    );
    const { index, count, prompt, input, model } = about;
    if (!onUse || !result || !image || isMissing) return null;

    async function file(): Promise<File> {
      const { readImageFile } = await import("../download/readImageFile.ts");
      const source = { result: result as NonNullable<typeof result>, index, prompt, input, model };
      const { name, blob } = await readImageFile({ ...source, label }, client);
      return new File([blob], name, { type: blob.type });
    }

    return (
      <SimpleAction
        partName="image-result-use"
        {...props}
        icon="check"
        word={actionText.useImage}
        name={text.forImage(actionText.useImage, index, count)}
        act={() => {
          const { width, height } = sizeOnPage(image.url) ?? imageSize(input);
          const seed = imageSeed(result, index);
          const alt = text.alt(prompt, index, count);
          onUse({ url: image.url, alt, width, height, seed, input, model, index, file });
        }}
        ref={ref}
      />
    );
  },
);
