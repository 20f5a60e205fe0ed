"use client";
import { forwardRef } from "react";
import type { PartProps } from "../../internals/Part.tsx";
import { useHistoryLabels } from "../../internals/useHistoryLabels.ts";
import { useImageResult } from "../context/ImageResultContext.ts";
import { SimpleAction } from "./SimpleAction.tsx";

export type ImageResultFavoriteProps = PartProps<"button">;

/** Renders a `<button>` that adds the generation to the favorites or removes it. Requires `onFavoriteChange`. */
export const ImageResultFavorite = forwardRef<HTMLButtonElement, ImageResultFavoriteProps>(
  function ImageResultFavorite(props, ref) {
    const text = useHistoryLabels();
    const { favorite = false, onFavoriteChange } = useImageResult("ImageResult.Favorite");
    if (!onFavoriteChange) return null;
    return (
      <SimpleAction
        partName="image-result-favorite"
        {...props}
        data-favorite={favorite ? "" : undefined}
        icon="star"
        word={favorite ? text.removeFavorite : text.addFavorite}
        act={() => onFavoriteChange(!favorite)}
        ref={ref}
      />
    );
  },
);
