import type { EaselError, ErrorBody } from "../protocol/EaselError.ts";

interface SerializedError extends ErrorBody {
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly attemptId?: string | undefined;
}

interface WithErrors {
  readonly error?: EaselError;
  readonly trouble?: EaselError;
}

const serializeError = (error: EaselError): SerializedError => {
  const { status, requestId, attemptId } = error;
  return { ...error.toJSON(), status, requestId, attemptId };
};

/** Replaces an object's errors by plain data, which `errorSchema` reads. */
export function serializeErrors(value: WithErrors): Record<string, unknown> {
  const { error, trouble } = value;
  return {
    ...value,
    ...(error ? { error: serializeError(error) } : {}),
    ...(trouble ? { trouble: serializeError(trouble) } : {}),
  };
}
