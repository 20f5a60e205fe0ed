"use client";
import type { StylePreviewSet } from "./StylePreviewsContext.ts";

/** Loads an illustration for each style of the built-in models: one balloon in 104 styles, about 145 kB compressed. */
export async function styleIllustrations(): Promise<StylePreviewSet> {
  const { illustrationImages } = await import("./illustrationImages.ts");
  return { images: illustrationImages, areIllustrations: true };
}
