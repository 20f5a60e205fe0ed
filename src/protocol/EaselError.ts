import { adviceOf, adviceMessages } from "./advice.ts";
import { errorTable, type Charged, type EaselErrorCode, type Retry } from "./errorTable.ts";

export interface ErrorBody {
  readonly error: string;
  readonly code: EaselErrorCode;
  readonly charged: Charged;
  readonly retry: Retry;
  /** Earliest time at which a retry is useful, in milliseconds since 1970. */
  readonly retryAt?: number;
  /** Error messages for invalid fields, by field name. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface EaselErrorInit {
  /** Message shown to users. @default the code's message in the error table */
  readonly message?: string | undefined;
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

export class EaselError extends Error {
  override readonly name = "EaselError";
  // `declare` prevents the compiler from emitting empty fields. The constructor sets all of them.
  declare readonly code: EaselErrorCode;
  declare readonly status: number | undefined;
  declare readonly charged: Charged;
  declare readonly retry: Retry;
  /** Earliest time at which a retry is useful, in milliseconds since 1970. */
  declare readonly retryAt: number | undefined;
  /** Error messages for invalid fields, by field name. */
  declare readonly fields: Readonly<Record<string, string>> | undefined;
  /** ID of the affected job. */
  declare readonly requestId: string | undefined;
  declare readonly attemptId: string | undefined;

  constructor(code: EaselErrorCode, init: EaselErrorInit = {}) {
    const defaults = errorTable[code];
    super(init.message ?? defaults.message, { cause: init.cause });
    this.code = code;
    this.status = init.status;
    this.charged = init.charged ?? defaults.charged;
    this.retry = init.retry ?? defaults.retry;
    // An invalid date is parsed as NaN.
    this.retryAt = Number.isFinite(init.retryAt) ? init.retryAt : undefined;
    this.fields = init.fields;
    this.requestId = init.requestId;
    this.attemptId = init.attemptId;
    Object.defineProperty(this, marker, { value: true });
  }

  get remedy(): string {
    return `${errorTable[this.code].remedy} ${adviceMessages[adviceOf(this)]}`.trim();
  }

  with(
    additions: Pick<
      EaselErrorInit,
      "message" | "requestId" | "attemptId" | "charged" | "retry" | "retryAt" | "fields"
    >,
  ): EaselError {
    const { code, message, cause, ...rest } = this;
    const given = Object.entries(additions).filter(([, value]) => value !== undefined);
    return new EaselError(code, { message, cause, ...rest, ...Object.fromEntries(given) });
  }

  /** Returns the error in its wire format, which omits the status, the IDs, and the cause. */
  toJSON(): ErrorBody {
    return {
      error: this.message,
      code: this.code,
      charged: this.charged,
      retry: this.retry,
      ...(this.retryAt !== undefined && { retryAt: this.retryAt }),
      ...(this.fields && { fields: this.fields }),
    };
  }

  /** Returns whether a value is an `EaselError`, including one from another copy of this package. */
  static is(value: unknown): value is EaselError {
    return typeof value === "object" && value !== null && marker in value;
  }
}
