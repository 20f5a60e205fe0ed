import type { Labels } from "../../labels/en/en.ts";
import type { Job } from "../../runtime/job.ts";

export type CheckedJob = Pick<Job, "status" | "checking" | "checkedAt" | "trouble">;

/** Returns the progress or outcome of a job's last check, or undefined if the job wasn't checked. */
export function checkOutcome(
  { status, checking, checkedAt, trouble }: CheckedJob,
  text: Labels["result"],
): string | undefined {
  if (status !== "unknown") return undefined;
  if (checking) return text.checking;
  const reason = trouble && !trouble.code.startsWith("submit_") ? trouble : undefined;
  if (reason) return text.checkFailed(text.errors[reason.code] ?? reason.message);
  if (checkedAt === undefined) return undefined;
  return text.checked(new Date(checkedAt).toLocaleTimeString(text.locale, { timeStyle: "short" }));
}
