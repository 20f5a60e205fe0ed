"use client";
import { forwardRef, useContext, useEffect, useState, type CSSProperties } from "react";
import { useDisabledReasons } from "../../hooks/useDisabledReasons.ts";
import { useEasel } from "../../hooks/useEasel.ts";
import type { JobTiming } from "../../hooks/useGenerate.ts";
import { estimateProgress } from "../../polling/estimateProgress.ts";
import type { EaselError } from "../../protocol/EaselError.ts";
import type { GenerateStatus } from "../../protocol/jobState.ts";
import { isPending } from "../../runtime/isPending.ts";
import { formatSeconds, formatSecondsRange } from "../internals/formatSeconds.ts";
import { ImagesLoadingContext } from "../internals/ImagesLoadingContext.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useNow } from "../internals/useNow.ts";
import { useParts } from "../internals/useParts.ts";
import { transientErrorMessage } from "./transientErrorMessage.ts";

export interface JobProgressProps extends PartProps<"div"> {
  readonly status: GenerateStatus;
  /** Start time and usual duration of the job. Without this prop, no time is shown. */
  readonly timing?: JobTiming | undefined;
  /** Transient error from the last poll. Polling continues. */
  readonly trouble?: EaselError | undefined;
}

/** Returns the status to announce: inside `ImageResult.Root`, a job is completed when its images have loaded. */
function useAnnouncedStatus(status: GenerateStatus): GenerateStatus {
  const loading = useContext(ImagesLoadingContext);
  const [isDone, setDone] = useState(status === "completed");
  if (isDone && status !== "completed") setDone(false);
  useEffect(() => {
    if (status !== "completed" || loading !== false) return undefined;
    // Images report that they are loading after their first render.
    const timer = setTimeout(() => setDone(true));
    return () => clearTimeout(timer);
  }, [status, loading]);
  return status === "completed" && !isDone && loading !== undefined ? "processing" : status;
}

/** Renders a job's state, time, and connection problems in a `<div>` that stays mounted to announce each state once. */
export const JobProgress = forwardRef<HTMLDivElement, JobProgressProps>(function JobProgress(
  { status, timing, trouble, ...props },
  ref,
) {
  const part = useParts(props.classNames);
  const text = useEasel().labels.result;
  const active = isPending({ status });
  const announced = useAnnouncedStatus(status);
  const now = useNow(active);
  const estimate = active && timing ? estimateProgress({ ...timing, now }) : undefined;
  const { overdue = false } = estimate ?? {};
  // At 98% for minutes, an overdue job would look stuck.
  const fraction = overdue ? undefined : estimate?.fraction;
  const isOffline = useDisabledReasons().reasons.some(({ code }) => code === "offline");
  const troubled = active && (isOffline || trouble !== undefined);
  const isOfflineAlone = isOffline && trouble?.code !== "unauthorized";
  const inTheWay = trouble && !isOfflineAlone ? transientErrorMessage(trouble, text) : text.offline;

  const percent = new Intl.NumberFormat(text.locale, { style: "percent" });

  return (
    <Part
      as="div"
      partName="job-progress"
      kind={active ? "root" : "live"}
      state={{ status, overdue, trouble: troubled, active }}
      own={props}
      ref={ref}
    >
      <p role="status" {...part("job-progress-status")}>
        {troubled ? inTheWay : overdue ? text.overdue : text.progress[announced]}
      </p>
      {/* While the job waits, a number would claim that the service has done a part of it. */}
      {fraction !== undefined && status === "processing" && (
        <p {...part("job-progress-percent", "figures")} aria-hidden="true">
          {percent.format(fraction)}
        </p>
      )}
      {active && (
        <div
          role="progressbar"
          {...part("job-progress-bar")}
          data-indeterminate={fraction === undefined ? "" : undefined}
          aria-label={text.estimate}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={fraction === undefined ? undefined : Math.round(fraction * 100)}
        >
          <div
            {...part("job-progress-fill")}
            style={{ "--easel-fraction": fraction } as CSSProperties}
          />
        </div>
      )}
      {estimate && (
        <p {...part("job-progress-time", "figures")}>
          <bdi>{formatSeconds(text.locale, Math.floor(estimate.elapsedMs / 1000))}</bdi>
          {estimate.usualSeconds && (
            <span {...part("job-progress-usual")}>
              <bdi>
                {text.usualDuration(formatSecondsRange(text.locale, estimate.usualSeconds))}
              </bdi>
            </span>
          )}
        </p>
      )}
      {contentOf(props)}
    </Part>
  );
});
