"use client";
import { useEffect, useRef, type RefObject } from "react";
import type { Job } from "../../runtime/job.ts";
import { ActionPopup } from "../internals/ActionPopup.tsx";
import { useParts } from "../internals/useParts.ts";
import { HistoryItemActions } from "./HistoryItemActions.tsx";

export interface HistoryItemMenuProps {
  readonly job: Job;
  readonly name: string;
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** Renders a popup with the actions of a job. Focuses the first one. */
export function HistoryItemMenu({ job, ...popup }: HistoryItemMenuProps) {
  const part = useParts();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector("button")?.focus({ preventScroll: true }), []);

  /** Focuses the button that opens the row. In other rows, it chooses the second image. */
  function focusRow(): void {
    const row = popup.anchor.current?.closest("[data-run]");
    row?.querySelector<HTMLElement>('[data-control="open"]')?.focus();
  }

  return (
    <ActionPopup {...popup}>
      <div {...part("image-result-menu-group", "stack")} ref={list}>
        <HistoryItemActions job={job} onChoose={focusRow} />
      </div>
    </ActionPopup>
  );
}
