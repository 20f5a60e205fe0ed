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

export function StudioDialog({ name, title, onClose, children }: StudioDialogProps) {
  const part = useParts();
  const { labels } = useEasel();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  // Closing before unmount restores focus.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      {...part("studio-dialog", "root")}
      data-dialog={name}
      aria-labelledby={id}
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) onClose();
      }}
    >
      <div {...part("studio-dialog-head", "line")}>
        <h2 {...part("studio-dialog-title")} id={id}>
          {title}
        </h2>
        <button
          type="button"
          {...part("studio-dialog-close", "button-bare")}
          aria-label={labels.result.close}
          onClick={() => dialog.current?.close()}
        >
          <ActionIcon name="close" />
        </button>
      </div>
      <div {...part("studio-dialog-content", "scroll")}>{children}</div>
    </dialog>
  );
}
