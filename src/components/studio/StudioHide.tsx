"use client";
import { useEasel } from "../../hooks/useEasel.ts";
import { useParts } from "../internals/useParts.ts";

/** Renders a button that hides a pending job, which continues. Renders nothing without `onHide`. */
export function StudioHide({ onHide }: { readonly onHide: (() => void) | undefined }) {
  const part = useParts();
  const labels = useEasel().labels.studio;
  if (!onHide) return null;
  return (
    <button {...part("studio-hide", "button")} title={labels.hideHelp} onClick={onHide}>
      {labels.hide}
    </button>
  );
}
