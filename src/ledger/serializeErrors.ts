import type { EaselError } from "../protocol/EaselError.ts";

interface WithErrors {
  readonly error?: EaselError;
  readonly trouble?: EaselError;
}

function serializeError(error: EaselError | undefined) {
  if (!error) return undefined;
  const { status, requestId, attemptId } = error;
  return { ...error.toJSON(), status, requestId, attemptId };
}

/** Replaces an object's errors by plain data, which `errorSchema` reads. */
export const serializeErrors = (value: WithErrors): Record<string, unknown> => ({
  ...value,
  error: serializeError(value.error),
  trouble: serializeError(value.trouble),
});
