"use client";
import { forwardRef, useEffect } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { recipes } from "../../runtime/recipes.ts";
import type { PartProps } from "../internals/Part.tsx";
import { ActionButton, type ActionOutcome } from "./context/ActionButton.tsx";
import { useImageResult } from "./context/ImageResultContext.ts";

export interface ImageResultLinkProps extends PartProps<"button"> {
  /** URL of a page that reads the link with `useRecipeLink`, as `Studio` does. @default the current page's URL */
  readonly page?: string | undefined;
}

/** Renders a `<button>` that copies a link with the settings and seed. Requires a model, input, and result. */
export const ImageResultLink = forwardRef<HTMLButtonElement, ImageResultLinkProps>(
  function ImageResultLink({ page, ...props }, ref) {
    const labels = useEasel().labels.result;
    const { input, model, result } = useImageResult("ImageResult.Link");
    const isOffered = input !== undefined && model !== undefined && result !== undefined;
    useEffect(() => {
      // Loads the code before the click, because Safari allows clipboard access only right after a click.
      if (isOffered) recipes.load().catch(() => undefined);
    }, [isOffered]);
    if (!isOffered) return null;

    const copyLink = async (): Promise<ActionOutcome> => {
      const used = result.seed === undefined ? input : { ...input, seed: result.seed };
      try {
        const { writeRecipeLink } = recipes.loaded() ?? (await recipes.load());
        const link = writeRecipeLink(model, used, page ?? window.location.href);
        await navigator.clipboard.writeText(link);
        return { message: labels.linkCopied };
      } catch {
        return { message: labels.cantCopyLink, hasFailed: true };
      }
    };

    return (
      <ActionButton
        partName="image-result-link"
        {...props}
        act={copyLink}
        icon="link"
        word={labels.copyLink}
        doneWord={labels.done.copy}
        ref={ref}
      />
    );
  },
);
