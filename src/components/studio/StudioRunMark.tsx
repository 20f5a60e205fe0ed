"use client";
import type { CSSProperties } from "react";
import { estimateProgress } from "../../polling/estimateProgress.ts";
import type { Job } from "../../runtime/job.ts";
import { ActionIcon } from "../internals/ActionIcon.tsx";
import { useNow } from "../internals/useNow.ts";
import { useParts } from "../internals/useParts.ts";

interface StudioRunMarkProps {
  readonly job: Job;
  readonly isBlocked: boolean;
}

const icons = {
  submitting: "queued",
  queued: "queued",
  failed: "failed",
  canceled: "canceled",
  unknown: "unknown",
  expired: "expired",
} as const;

function ProgressRing({ startedAt, usual, latency }: Job) {
  const part = useParts();
  const now = useNow(true);
  const { fraction = 0.25 } = estimateProgress({ startedAt, latency: usual ?? latency, now });
  return (
    <svg
      {...part("studio-run-ring")}
      width={28}
      height={28}
      viewBox="0 0 28 28"
      fill="none"
      aria-hidden="true"
      focusable="false"
      style={{ "--easel-fraction": fraction } as CSSProperties}
    >
      <circle cx="14" cy="14" r="11" pathLength="1" />
      <circle cx="14" cy="14" r="11" pathLength="1" />
    </svg>
  );
}

/** Renders a job's state in its thumbnail. A completed job has no mark. */
export function StudioRunMark({ job, isBlocked }: StudioRunMarkProps) {
  const { status } = job;
  if (status === "completed") return null;
  if (status === "processing") return <ProgressRing {...job} />;
  return <ActionIcon name={isBlocked ? "blocked" : icons[status]} partName="studio-run-icon" />;
}
