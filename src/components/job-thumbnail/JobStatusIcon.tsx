"use client";
import type { Job } from "../../runtime/job.ts";
import { ActionIcon } from "../internals/ActionIcon.tsx";

export interface JobStatusIconProps {
  readonly job: Pick<Job, "status" | "error">;
  readonly of: "batch-entry" | "job-tray" | "history";
}

const withIcon = ["failed", "canceled", "unknown", "expired"] as const;

/** Renders an icon for a job without a result, so that color alone doesn't distinguish its status. */
export function JobStatusIcon({ job: { status, error }, of }: JobStatusIconProps) {
  const shown = withIcon.find((one) => one === status);
  if (!shown) return null;
  const name = error?.code === "content_blocked" ? "blocked" : shown;
  return <ActionIcon partName={`${of}-icon`} name={name} />;
}
