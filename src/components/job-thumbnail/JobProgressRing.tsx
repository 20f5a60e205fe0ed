"use client";
import type { CSSProperties } from "react";
import { estimateProgress } from "../../polling/estimateProgress.ts";
import type { Job } from "../../runtime/job.ts";
import type { PartName } from "../internals/partNames.ts";
import { useNow } from "../internals/useNow.ts";
import { useParts } from "../internals/useParts.ts";

interface JobProgressRingProps extends Pick<Job, "startedAt" | "usual" | "latency"> {
  readonly partName: PartName;
}

/** Renders a ring with the estimated progress of a job that is being processed. */
export function JobProgressRing({ startedAt, usual, latency, partName }: JobProgressRingProps) {
  const part = useParts();
  const now = useNow(true);
  const { fraction = 0.25 } = estimateProgress({ startedAt, latency: usual ?? latency, now });
  return (
    <svg
      {...part(partName)}
      width={28}
      height={28}
      viewBox="0 0 28 28"
      fill="none"
      aria-hidden="true"
      style={{ "--easel-fraction": fraction } as CSSProperties}
    >
      <circle cx="14" cy="14" r="11" pathLength="1" />
      <circle cx="14" cy="14" r="11" pathLength="1" />
    </svg>
  );
}
