import { EaselError, isErrorCode, type ErrorBody } from "../protocol/index.ts";

interface PackedError extends ErrorBody {
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly attemptId?: string | undefined;
}

interface WithErrors {
  readonly error?: EaselError;
  readonly trouble?: EaselError;
}

const packError = (error: EaselError): PackedError => {
  const { status, requestId, attemptId } = error;
  return { ...error.toJSON(), status, requestId, attemptId };
};

function unpackError(value: unknown): EaselError {
  const { code, error: message, ...rest } = (value ?? {}) as Partial<PackedError>;
  // A code of a newer version still says whether it was charged.
  return new EaselError(isErrorCode(code) ? code : "internal", { ...rest, message });
}

/** The same object with its errors as plain data, to be stored or sent to another page. */
export function packErrors(value: WithErrors): Record<string, unknown> {
  const { error, trouble } = value;
  return {
    ...value,
    ...(error ? { error: packError(error) } : {}),
    ...(trouble ? { trouble: packError(trouble) } : {}),
  };
}

/** What `packErrors` packed, with real errors in it. */
export function unpackErrors(
  packed: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { error, trouble } = packed;
  const errors = {
    ...(error === undefined ? {} : { error: unpackError(error) }),
    ...(trouble === undefined ? {} : { trouble: unpackError(trouble) }),
  };
  return { ...packed, ...errors };
}
