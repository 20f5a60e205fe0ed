import { adviceOf, adviceMessages } from "./advice.ts";
import { errorTable, type Charged, type EaselErrorCode, type Retry } from "./errorTable.ts";

export interface ErrorBody {
  readonly error: string;
  readonly code: EaselErrorCode;
  readonly charged: Charged;
  readonly retry: Retry;
  /** Milliseconds since 1970. */
  readonly retryAt?: number;
  /** Message by invalid field. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface EaselErrorInit {
  /** @default the table's message */
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
  // `declare`: the constructor sets them all, so no empty fields are emitted.
  declare readonly code: EaselErrorCode;
  declare readonly status: number | undefined;
  declare readonly charged: Charged;
  declare readonly retry: Retry;
  /** Earliest useful retry, in milliseconds since 1970. */
  declare readonly retryAt: number | undefined;
  /** Message by invalid field. */
  declare readonly fields: Readonly<Record<string, string>> | undefined;
  /** The job it is about, to look it up. */
  declare readonly requestId: string | undefined;
  declare readonly attemptId: string | undefined;

  constructor(code: EaselErrorCode, init: EaselErrorInit = {}) {
    const defaults = errorTable[code];
    super(init.message ?? defaults.message, { cause: init.cause });
    this.code = code;
    this.status = init.status;
    this.charged = init.charged ?? defaults.charged;
    this.retry = init.retry ?? defaults.retry;
    // An unreadable date gives NaN.
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
      "message" | "requestId" | "attemptId" | "charged" | "retry" | "retryAt"
    >,
  ): EaselError {
    const { code, message, cause, ...rest } = this;
    const given = Object.entries(additions).filter(([, value]) => value !== undefined);
    return new EaselError(code, { message, cause, ...rest, ...Object.fromEntries(given) });
  }

  /** Wire format: no ids, no cause. */
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

  /** Also recognizes errors of another copy of this package. */
  static is(value: unknown): value is EaselError {
    return typeof value === "object" && value !== null && marker in value;
  }
}
