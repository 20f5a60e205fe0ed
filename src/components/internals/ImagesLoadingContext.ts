"use client";
import { createContext } from "react";

/** Whether images of the surrounding `ImageResult.Root` haven't loaded yet. Undefined outside a root. */
export const ImagesLoadingContext = createContext<boolean | undefined>(undefined);
