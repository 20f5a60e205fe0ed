import { EaselError } from "../../protocol/EaselError.ts";
import type { JobEndState } from "../../protocol/jobState.ts";
import type { BackendJob } from "../backends/backend.ts";
import type { EndedJob } from "../options/hookEvents.ts";
import type { TicketedJob } from "../security/createTickets.ts";
import type { SubmitRecord } from "./createSubmitRecords.ts";

const endStates: Partial<Record<string, JobEndState>> = {
  run_canceled: "canceled",
  run_expired: "expired",
};

export function endedJob(
  { id, requestId, userId, modelId }: TicketedJob,
  record: BackendJob,
  submitted: Partial<SubmitRecord>,
): EndedJob {
  const { cost, remainingCredits } = record.metrics ?? {};
  const error =
    record.state === "failed" ? (record.error ?? new EaselError("run_failed")) : undefined;
  return {
    id,
    requestId,
    user: submitted.user ?? { userId },
    modelId,
    state: error ? (endStates[error.code] ?? "failed") : "completed",
    input: submitted.input,
    omitted: submitted.omitted ?? [],
    images: error ? [] : (record.images ?? []),
    charged: error && !cost ? error.charged : "yes",
    ...(record.text === undefined ? {} : { text: record.text }),
    ...(cost === undefined ? {} : { cost }),
    ...(remainingCredits === undefined ? {} : { remainingCredits }),
    ...(error ? { error } : {}),
  };
}
