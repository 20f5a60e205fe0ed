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
    /** Calls `onClose` after the closing transition, if there is one. */
    onClose: ({ currentTarget }: SyntheticEvent<HTMLDialogElement>): void => {
      if (currentTarget.open) return;
      const running = currentTarget.getAnimations?.() ?? [];
      if (running.length === 0) onClose();
      else void Promise.allSettled(running.map(({ finished }) => finished)).then(onClose);
    },
  };
}
