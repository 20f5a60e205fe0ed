"use client";
import { useState } from "react";
import { useImageResult, useImageResultActions } from "./ImageResultContext.ts";

export interface ImageAction {
  readonly busy: boolean;
  readonly start: () => void;
}

export function useImageAction(part: string, act: () => Promise<string>): ImageAction {
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
