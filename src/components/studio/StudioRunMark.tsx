"use client";
import type { Job } from "../../runtime/job.ts";
import { ActionIcon } from "../internals/ActionIcon.tsx";
import { JobProgressRing } from "../job-thumbnail/JobProgressRing.tsx";

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

/** Renders a job's state in its thumbnail. A completed job has no mark. */
export function StudioRunMark({ job, isBlocked }: StudioRunMarkProps) {
  const { status } = job;
  if (status === "completed") return null;
  if (status === "processing") return <JobProgressRing {...job} partName="studio-run-ring" />;
  return <ActionIcon name={isBlocked ? "blocked" : icons[status]} partName="studio-run-icon" />;
}
