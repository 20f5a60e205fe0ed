"use client";
import type { Job } from "../../runtime/job.ts";
import { ActionIcon } from "../internals/ActionIcon.tsx";

export interface JobStatusIconProps {
  readonly job: Pick<Job, "status" | "error">;
  readonly of: "job-tray" | "history";
}

/** Renders an icon for a job without a result, so that color alone doesn't distinguish its status. */
export function JobStatusIcon({ job: { status, error }, of }: JobStatusIconProps) {
  if (status !== "failed" && status !== "unknown" && status !== "expired") return null;
  const name = error?.code === "content_blocked" ? "blocked" : status;
  return <ActionIcon partName={`${of}-icon`} name={name} />;
}
