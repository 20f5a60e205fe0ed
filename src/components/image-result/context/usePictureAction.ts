"use client";
import { useState } from "react";
import { useImageResult } from "./ImageResultContext.ts";

export interface PictureAction {
  readonly busy: boolean;
  readonly start: () => void;
}

/** Something done to a picture, once at a time; the words that it ends with are told. */
export function usePictureAction(part: string, act: () => Promise<string>): PictureAction {
  const { tell } = useImageResult(part);
  const [busy, setBusy] = useState(false);

  async function run() {
    setBusy(true);
    // Emptied first, so that the same words are told again.
    tell("");
    tell(await act());
    setBusy(false);
  }
  return {
    busy,
    start: () => {
      if (!busy) void run();
    },
  };
}
