"use client";
import { useContext, useState } from "react";
import { useBrowserLayoutEffect } from "../../internals/useBrowserLayoutEffect.ts";
import {
  StylePreviewsContext,
  type StylePreviews,
  type StylePreviewSet,
} from "./StylePreviewsContext.ts";

type Load = () => Promise<StylePreviewSet>;

const loaded = new WeakMap<Load, StylePreviewSet>();
const pending: StylePreviewSet = { images: {} };

/**
 * Returns the previews: a set without images while they load, and undefined if there are none or they failed to load.
 * `retry` loads them again after a failure.
 */
export function useStylePreviews(own: StylePreviews | undefined) {
  const above = useContext(StylePreviewsContext);
  const given = own ?? above;
  const load = typeof given === "function" ? given : undefined;
  const [attempt, setAttempt] = useState(0);
  const [end, setEnd] = useState<{ readonly load: Load; readonly set?: StylePreviewSet }>();
  const hasFailed = end !== undefined && end.load === load && !end.set;

  useBrowserLayoutEffect(() => {
    if (!load) return undefined;
    let left = false;
    const finish = (set?: StylePreviewSet) => {
      if (set) loaded.set(load, set);
      if (!left) setEnd(set ? { load, set } : { load });
    };
    const known = loaded.get(load);
    if (known) finish(known);
    else load().then(finish, () => finish());
    return () => {
      left = true;
    };
  }, [load, attempt]);

  return {
    previews: typeof given !== "function" ? given : end && end.load === load ? end.set : pending,
    retry: () => {
      if (hasFailed) setAttempt(attempt + 1);
    },
  };
}
