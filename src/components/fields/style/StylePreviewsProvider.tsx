"use client";
import type { ReactNode } from "react";
import { StylePreviewsContext, type StylePreviews } from "./StylePreviewsContext.ts";

export interface StylePreviewsProviderProps {
  /** `undefined` removes the previews of an outer provider. */
  readonly previews: StylePreviews | undefined;
  readonly children?: ReactNode;
}

/**
 * Sets the images of every `StylePicker` inside, including those in `PromptForm.Fields` and `Studio`. Without it, the
 * styles are displayed by name.
 *
 * @example
 * <StylePreviewsProvider previews={styleIllustrations}>
 *   <Studio />
 * </StylePreviewsProvider>
 */
export function StylePreviewsProvider({ previews, children }: StylePreviewsProviderProps) {
  return <StylePreviewsContext.Provider value={previews}>{children}</StylePreviewsContext.Provider>;
}
