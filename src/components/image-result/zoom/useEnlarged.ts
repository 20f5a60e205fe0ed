"use client";
import { createElement, useCallback, useState, type ComponentType, type ReactNode } from "react";
import type { JobResult } from "../../../protocol/wire.ts";
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
 * reason to take the page down. Then the picture opens in a new tab.
 */
export function useEnlarged(result: JobResult | undefined): UseEnlargedResult {
  const [enlarged, setEnlarged] = useState<Enlarged>();

  const enlarge = useCallback(
    (index: number) => {
      import("./ZoomDialog.tsx").then(
        ({ ZoomDialog: Dialog }) => setEnlarged({ index, Dialog }),
        () => window.open(result?.images[index]?.url, "_blank", "noopener,noreferrer"),
      );
    },
    [result],
  );

  const onClose = () => setEnlarged(undefined);
  return {
    dialog: enlarged && createElement(enlarged.Dialog, { index: enlarged.index, onClose }),
    enlarge,
  };
}
