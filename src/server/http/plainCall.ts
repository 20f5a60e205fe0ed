/** A call without a `Request` and `Response`, whose creation takes longer than the call. */
export interface PlainCall {
  readonly address: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs: number;
  /** A longer answer is empty. */
  readonly maxBytes: number;
}

export interface PlainAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export type PlainFetch = (call: PlainCall) => Promise<PlainAnswer>;

export interface ServiceFetch {
  (request: Request): Promise<Response>;
  readonly plain?: PlainFetch | undefined;
}
