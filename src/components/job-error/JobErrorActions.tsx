"use client";
import { useEasel } from "../../hooks/useEasel.ts";
import type { EaselError } from "../../protocol/EaselError.ts";
import { checkOutcome, type CheckedJob } from "../internals/checkOutcome.ts";
import { retryCost } from "../internals/retryCost.ts";
import { useParts } from "../internals/useParts.ts";

interface JobErrorActionsProps {
  readonly error: EaselError;
  /** Whether a retry would be rejected now. */
  readonly isWaiting: boolean;
  readonly onRetry: (() => void) | undefined;
  readonly onCheck: (() => void) | undefined;
  readonly job: CheckedJob | undefined;
}

export function JobErrorActions(props: JobErrorActionsProps) {
  const { error, isWaiting, onRetry, onCheck, job } = props;
  const part = useParts();
  const text = useEasel().labels.result;
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
          disabled={isWaiting || isChecking}
          onClick={retry}
        >
          {text.retry[cost]}
        </button>
      )}
      {onCheck && (
        <p role="status" {...part("job-error-outcome", "figures")}>
          {job && checkOutcome(job, text)}
        </p>
      )}
    </div>
  );
}
