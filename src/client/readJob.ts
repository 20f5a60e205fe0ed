import type { Answer } from "../protocol/answer.ts";
import { readRetryAt } from "../protocol/retryAt.ts";
import { readStatus, type JobStatus } from "../protocol/wire.ts";
import { errorFromHandler, readEnvelope } from "./errorFromHandler.ts";

export function readJob(answer: Answer, requestId: string): JobStatus {
  const now = Date.now();
  const status = readStatus(answer, requestId);
  if (!status) throw errorFromHandler(answer, "job", now).with({ requestId });
  const retryAt = readRetryAt(answer.headers, now);
  const error = status.error && (readEnvelope(answer, now)?.with({ requestId }) ?? status.error);
  return {
    ...status,
    ...(error ? { error } : {}),
    ...(retryAt === undefined ? {} : { retryAt }),
  };
}
