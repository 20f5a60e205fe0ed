"use client";
import { useEasel } from "../../hooks/useEasel.ts";
import type { Job } from "../../runtime/job.ts";
import { useParts } from "../internals/useParts.ts";

interface StudioPendingProps {
  readonly job: Job | undefined;
  readonly onStop: (attemptId: string) => void;
  readonly onHide: (() => void) | undefined;
}

/** Renders buttons that stop a pending job, if possible, and that hide it. Renders nothing without `onHide`. */
export function StudioPending({ job, onStop, onHide }: StudioPendingProps) {
  const part = useParts();
  const { result, studio } = useEasel().labels;
  if (!job || !onHide) return null;
  const { attemptId, cancelable, canceling } = job;
  return (
    <div {...part("studio-pending", "row")}>
      {(cancelable || canceling) && (
        <button
          {...part("studio-stop", "button")}
          // A disabled button would lose focus.
          aria-disabled={canceling || undefined}
          onClick={() => onStop(attemptId)}
        >
          {canceling ? result.stopping : result.stop}
        </button>
      )}
      <button {...part("studio-hide", "button")} title={studio.hideHelp} onClick={onHide}>
        {studio.hide}
      </button>
    </div>
  );
}
