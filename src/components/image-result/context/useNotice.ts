"use client";
import { useEffect, useState } from "react";
import type { ResultNotice } from "./ImageResultContext.ts";

const shownMs = 8_000;

/** Returns the latest notice, which is cleared after 8 seconds, and a function that replaces it. */
export function useNotice(): readonly [ResultNotice, (notice: ResultNotice) => void] {
  const [notice, setNotice] = useState<ResultNotice>({ message: "", about: undefined });
  useEffect(() => {
    if (notice.message === "") return undefined;
    const timer = setTimeout(() => setNotice({ message: "", about: undefined }), shownMs);
    return () => clearTimeout(timer);
  }, [notice]);
  return [notice, setNotice];
}
