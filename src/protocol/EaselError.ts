import { adviceOf, adviceTexts } from "./advice.ts";
import { errorTable, type Charged, type EaselErrorCode, type Retry } from "./errorTable.ts";

/** An error as it stands in an answer's body. */
export interface ErrorBody {
  readonly error: string;
  readonly code: EaselErrorCode;
  readonly charged: Charged;
  readonly retry: Retry;
  /** Milliseconds since 1970. */
  readonly retryAt?: number;
  /** For each refused field one sentence. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface EaselErrorInit {
  /** @default the table's words for the code */
  readonly message?: string | undefined;
  /** The HTTP status that it came under, when there was one. */
  readonly status?: number | undefined;
  readonly charged?: Charged | undefined;
  readonly retry?: Retry | undefined;
  readonly retryAt?: number | undefined;
  readonly fields?: Readonly<Record<string, string>> | undefined;
  readonly requestId?: string | undefined;
  readonly attemptId?: string | undefined;
  readonly cause?: unknown;
}

const marker = Symbol.for("react-easel.EaselError");

/**
 * Everything that can go wrong, in one class. It says what happened (`message`), whether it was charged (`charged`),
 * whether trying again is safe (`retry`, `retryAt`), and what to do (`remedy`).
 */
export class EaselError extends Error {
  override readonly name = "EaselError";
  readonly code: EaselErrorCode;
  readonly status: number | undefined;
  readonly charged: Charged;
  readonly retry: Retry;
  /** The moment from which trying again makes sense, in milliseconds since 1970. */
  readonly retryAt: number | undefined;
  /** For each refused field one sentence to show beside it. */
  readonly fields: Readonly<Record<string, string>> | undefined;
  /** The job that it is about: whatever went wrong, it can be looked up by this. */
  readonly requestId: string | undefined;
  readonly attemptId: string | undefined;

  constructor(code: EaselErrorCode, init: EaselErrorInit = {}) {
    const known = errorTable[code];
    super(init.message ?? known.message, { cause: init.cause });
    this.code = code;
    this.status = init.status;
    this.charged = init.charged ?? known.charged;
    this.retry = init.retry ?? known.retry;
    // An unreadable date gives NaN.
    this.retryAt = Number.isFinite(init.retryAt) ? init.retryAt : undefined;
    this.fields = init.fields;
    this.requestId = init.requestId;
    this.attemptId = init.attemptId;
    Object.defineProperty(this, marker, { value: true });
  }

  /** What to do about it, in English. Follows from the code and from this error's own `charged` and `retry`. */
  get remedy(): string {
    return `${errorTable[this.code].remedy} ${adviceTexts[adviceOf(this)]}`.trim();
  }

  /** The same error with what its thrower did not know: which job it is about, or that nothing was charged. */
  with(known: Pick<EaselErrorInit, "requestId" | "attemptId" | "charged" | "retry">): EaselError {
    return new EaselError(this.code, {
      message: this.message,
      status: this.status,
      charged: known.charged ?? this.charged,
      retry: known.retry ?? this.retry,
      retryAt: this.retryAt,
      fields: this.fields,
      requestId: known.requestId ?? this.requestId,
      attemptId: known.attemptId ?? this.attemptId,
      cause: this.cause,
    });
  }

  /** As it goes over the wire: no ids, no cause. */
  toJSON(): ErrorBody {
    return {
      error: this.message,
      code: this.code,
      charged: this.charged,
      retry: this.retry,
      ...(this.retryAt === undefined ? {} : { retryAt: this.retryAt }),
      ...(this.fields === undefined ? {} : { fields: this.fields }),
    };
  }

  /** Whether a value is one, also when it was made by another copy of this package. */
  static is(value: unknown): value is EaselError {
    return typeof value === "object" && value !== null && marker in value;
  }
}
