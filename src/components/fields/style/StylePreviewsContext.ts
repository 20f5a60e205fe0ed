"use client";
import { createContext } from "react";

/** Images that show a model's styles. */
export interface StylePreviewSet {
  /** URLs of the images, by style value. The images are displayed with an aspect ratio of 4:3. */
  readonly images: Readonly<Record<string, string>>;
  /** Whether the images are illustrations instead of the model's output. The picker displays a note. @default false */
  readonly areIllustrations?: boolean | undefined;
}

/** Images that show a model's styles, or a function that loads them. Declare it outside your components. */
export type StylePreviews = StylePreviewSet | (() => Promise<StylePreviewSet>);

export const StylePreviewsContext = createContext<StylePreviews | undefined>(undefined);
