"use client";
import { forwardRef } from "react";
import { useEasel } from "../../hooks/index.ts";
import { writeRecipeLink } from "../../models/index.ts";
import { useImageResult } from "./ImageResultContext.ts";
import { renderPart, type PartProps } from "../parts/renderPart.ts";
import { usePictureAction } from "./usePictureAction.ts";

export interface ImageResultLinkProps extends PartProps<"button"> {
  /** The page whose form takes it up: one with `useRecipeLink`, as `Studio` has it. @default this page */
  readonly page?: string | undefined;
}

/**
 * Puts a link to this page on the clipboard that brings the run's settings into the form, with the seed that was really
 * used. Renders a `<button>`; nothing without the model and its input.
 */
export const ImageResultLink = forwardRef<HTMLButtonElement, ImageResultLinkProps>(
  function ImageResultLink({ page, onClick, ...props }, ref) {
    const words = useEasel().labels.result;
    const { input, model, result } = useImageResult("Link");
    const { busy, start } = usePictureAction("Link", async () => {
      if (!input || !model) return "";
      const used = result?.seed === undefined ? input : { ...input, seed: result.seed };
      try {
        const link = writeRecipeLink(model, used, page ?? window.location.href);
        await navigator.clipboard.writeText(link);
        return words.linkCopied;
      } catch {
        return words.cantCopyLink;
      }
    });
    if (!input || !model || !result) return null;

    return renderPart({
      as: "button",
      name: "image-result-link",
      state: { busy },
      ref,
      props: {
        type: "button",
        children: words.copyLink,
        ...props,
        onClick: (event) => {
          onClick?.(event);
          if (!event.defaultPrevented) start();
        },
      },
    });
  },
);
