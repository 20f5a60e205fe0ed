"use client";
import { createElement, useCallback, useState, type ComponentType, type ReactNode } from "react";
import type { ZoomDialogProps } from "./ZoomDialog.tsx";

interface Enlarged {
  readonly index: number;
  readonly Dialog: ComponentType<ZoomDialogProps>;
}

export interface UseEnlargedResult {
  /** The dialog, while one is open. */
  readonly dialog: ReactNode;
  readonly enlarge: (index: number) => void;
}

/**
 * Loads the zoom dialog when it is first asked for. By hand and not by `React.lazy`: a file that can't be loaded is no
 * reason to take the page down.
 */
export function useEnlarged(onFail: (index: number) => void): UseEnlargedResult {
  const [enlarged, setEnlarged] = useState<Enlarged>();

  const enlarge = useCallback(
    (index: number) => {
      import("./ZoomDialog.tsx").then(
        ({ ZoomDialog: Dialog }) => setEnlarged({ index, Dialog }),
        () => onFail(index),
      );
    },
    [onFail],
  );

  const onClose = () => setEnlarged(undefined);
  return {
    dialog: enlarged && createElement(enlarged.Dialog, { index: enlarged.index, onClose }),
    enlarge,
  };
}
