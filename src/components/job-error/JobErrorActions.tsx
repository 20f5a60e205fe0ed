"use client";
import { useEasel } from "../../hooks/useEasel.ts";
import type { EaselError } from "../../protocol/EaselError.ts";
import { checkOutcome, type CheckedJob } from "../internals/checkOutcome.ts";
import { formatSeconds } from "../internals/formatSeconds.ts";
import { retryCost } from "../internals/retryCost.ts";
import { useNow } from "../internals/useNow.ts";
import { useParts } from "../internals/useParts.ts";

interface JobErrorActionsProps {
  readonly error: EaselError;
  readonly onRetry: (() => void) | undefined;
  readonly onCheck: (() => void) | undefined;
  readonly job: CheckedJob | undefined;
}

export function JobErrorActions({ error, onRetry, onCheck, job }: JobErrorActionsProps) {
  const part = useParts();
  const text = useEasel().labels.result;
  const waits = error.retry === "after" && error.retryAt !== undefined;
  const now = useNow(waits);
  const leftMs = waits ? Math.max(0, (error.retryAt ?? 0) - now) : 0;
  const cost = retryCost(error);
  const retry = cost && onRetry;
  const isChecking = job?.checking ?? false;
  if (!retry && !onCheck) return null;
  return (
    <div {...part("job-error-actions", "row")}>
      {onCheck && (
        <button
          {...part("job-error-check", "button-primary")}
          // A disabled button would lose focus.
          aria-disabled={isChecking}
          onClick={() => {
            if (!isChecking) onCheck();
          }}
        >
          {text.checkStatus}
        </button>
      )}
      {retry && (
        <button
          {...part("job-error-retry", cost === "no" ? "button-primary" : "button")}
          data-charged={cost}
          disabled={leftMs > 0 || isChecking}
          onClick={retry}
        >
          {text.retry[cost]}
        </button>
      )}
      {leftMs > 0 && (
        <p {...part("job-error-countdown", "figures")}>
          {text.retryIn(formatSeconds(text.locale, Math.ceil(leftMs / 1000)))}
        </p>
      )}
      {onCheck && (
        <p role="status" {...part("job-error-outcome", "figures")}>
          {job && checkOutcome(job, text)}
        </p>
      )}
    </div>
  );
}
