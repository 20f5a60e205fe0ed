"use client";
import { useEffect } from "react";
import { useStableActions } from "../../hooks/useStableActions.ts";
import { useLoadedPart } from "../internals/useLoadedPart.ts";

const load = async () =>
  (await import("../image-result/compare/ImageResultCompare.tsx")).ImageResultCompare;

/** Renders `ImageResult.Compare` once its code is loaded. */
export function StudioCompare() {
  const { Part: Compare, open } = useLoadedPart(load);
  const actions = useStableActions({ open });
  useEffect(() => actions.open(), [actions]);
  return Compare ? <Compare /> : null;
}
