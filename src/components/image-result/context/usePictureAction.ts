"use client";
import { useState } from "react";
import { useImageResult, useImageResultActions } from "./ImageResultContext.ts";

export interface PictureAction {
  readonly busy: boolean;
  readonly start: () => void;
}

/** Runs an action one at a time and announces the message that it returns. */
export function usePictureAction(part: string, act: () => Promise<string>): PictureAction {
  const { result } = useImageResult(part);
  const { notify } = useImageResultActions(part);
  const [busy, setBusy] = useState(false);

  async function run() {
    setBusy(true);
    // Cleared first, so that the same message is announced again.
    notify({ message: "", about: result });
    notify({ message: await act(), about: result });
    setBusy(false);
  }
  return {
    busy,
    start: () => {
      if (!busy) void run();
    },
  };
}
