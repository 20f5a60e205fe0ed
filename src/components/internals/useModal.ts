"use client";
import { useLayoutEffect, useRef, type SyntheticEvent } from "react";

/** Returns attributes for a `<dialog>` that is modal while mounted. */
export function useModal(onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null);
  // Closes the dialog before it unmounts, so that the browser restores focus.
  useLayoutEffect(() => {
    const element = ref.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return {
    ref,
    onClose: ({ currentTarget }: SyntheticEvent<HTMLDialogElement>): void => {
      if (!currentTarget.open) onClose();
    },
  };
}
