"use client";
import { createElement, useCallback, useState } from "react";
import type { ZoomDialog } from "./ZoomDialog.tsx";

/** Loads the zoom dialog on first use. Without `React.lazy`, whose failure unmounts the page: here a new tab opens. */
export function useEnlarged() {
  const [enlarged, setEnlarged] = useState<{
    readonly index: number;
    readonly Dialog: typeof ZoomDialog;
  }>();

  const enlarge = useCallback((index: number, url: string) => {
    import("./ZoomDialog.tsx").then(
      (module) => setEnlarged({ index, Dialog: module.ZoomDialog }),
      () => window.open(url, "_blank", "noopener,noreferrer"),
    );
  }, []);

  const onClose = () => setEnlarged(undefined);
  return {
    dialog: enlarged && createElement(enlarged.Dialog, { index: enlarged.index, onClose }),
    enlarge,
  };
}
