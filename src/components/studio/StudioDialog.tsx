"use client";
import { useId, useLayoutEffect, useRef, type ReactNode } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { ActionIcon } from "../internals/ActionIcon.tsx";
import { useParts } from "../internals/useParts.ts";

export interface StudioDialogProps {
  readonly name: string;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Something over the page for a while. The browser's own modal dialog: it keeps the focus, and gives it back. */
export function StudioDialog({ name, title, onClose, children }: StudioDialogProps) {
  const part = useParts();
  const { labels } = useEasel();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  // Before it is taken out of the page it has to be closed, or the focus has nowhere to go back to.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      {...part("studio-dialog")}
      data-dialog={name}
      aria-labelledby={id}
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) onClose();
      }}
    >
      <div {...part("studio-dialog-head")}>
        <h2 {...part("studio-dialog-title")} id={id}>
          {title}
        </h2>
        <button
          type="button"
          {...part("studio-dialog-close")}
          aria-label={labels.result.close}
          onClick={() => dialog.current?.close()}
        >
          <ActionIcon name="close" />
        </button>
      </div>
      <div {...part("studio-dialog-content")}>{children}</div>
    </dialog>
  );
}
