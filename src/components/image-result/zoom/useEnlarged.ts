"use client";
import { createElement, useCallback, useState, type ComponentType, type ReactNode } from "react";
import type { ImageResultActions } from "../context/ImageResultContext.ts";
import type { ZoomDialogProps } from "./ZoomDialog.tsx";

interface Enlarged {
  readonly index: number;
  readonly Dialog: ComponentType<ZoomDialogProps>;
}

export interface UseEnlargedResult {
  readonly dialog: ReactNode;
  readonly enlarge: ImageResultActions["enlarge"];
}

/** Loads the zoom dialog on first use. Without `React.lazy`, whose failure unmounts the page: here a new tab opens. */
export function useEnlarged(): UseEnlargedResult {
  const [enlarged, setEnlarged] = useState<Enlarged>();

  const enlarge = useCallback((index: number, url: string) => {
    import("./ZoomDialog.tsx").then(
      ({ ZoomDialog: Dialog }) => setEnlarged({ index, Dialog }),
      () => window.open(url, "_blank", "noopener,noreferrer"),
    );
  }, []);

  const onClose = () => setEnlarged(undefined);
  return {
    dialog: enlarged && createElement(enlarged.Dialog, { index: enlarged.index, onClose }),
    enlarge,
  };
}
