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

/** The same object with its errors as plain data, to be stored or sent to another page. `errorSchema` reads them back. */
export function serializeErrors(value: WithErrors): Record<string, unknown> {
  const { error, trouble } = value;
  return {
    ...value,
    ...(error ? { error: serializeError(error) } : {}),
    ...(trouble ? { trouble: serializeError(trouble) } : {}),
  };
}
