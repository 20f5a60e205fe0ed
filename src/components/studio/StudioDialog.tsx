"use client";
import { useId, type ReactNode } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { ActionIcon } from "../internals/ActionIcon.tsx";
import { useModal } from "../internals/useModal.ts";
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
  const modal = useModal(onClose);

  return (
    <dialog {...modal} {...part("studio-dialog", "root")} data-dialog={name} aria-labelledby={id}>
      <div {...part("studio-dialog-head", "line")}>
        <h2 {...part("studio-dialog-title")} id={id}>
          {title}
        </h2>
        <button
          {...part("studio-dialog-close", "button-bare")}
          aria-label={labels.result.close}
          onClick={() => modal.ref.current?.close()}
        >
          <ActionIcon name="close" />
        </button>
      </div>
      <div {...part("studio-dialog-content", "scroll")}>{children}</div>
    </dialog>
  );
}
