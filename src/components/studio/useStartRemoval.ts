"use client";
import { useEffect, useRef } from "react";
import { useWatch } from "react-hook-form";
import { usePromptForm } from "../form-context/PromptFormContext.ts";
import type { StartImage } from "./useAppliedSettings.ts";

/** Returns to the model before the start image when the user removes the image, but not while they edit its URL. */
export function useStartRemoval(startImage: StartImage | undefined): void {
  const { model, form } = usePromptForm("Studio").modelForm;
  const image: unknown = useWatch({ control: form.control, name: startImage?.field ?? "" });
  const last = useRef<unknown>(undefined);
  useEffect(() => {
    if (!startImage || model.id !== startImage.model.id) {
      last.current = undefined;
    } else if (image !== "") {
      last.current = image;
    } else if (
      last.current !== undefined &&
      !(document.activeElement instanceof HTMLInputElement)
    ) {
      startImage.onRemove?.(last.current);
    }
  }, [startImage, model, image]);
}
