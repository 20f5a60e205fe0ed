/** A call to the service in plain values: a `Request` and its `Response` take longer to make than the call itself. */
export interface PlainCall {
  readonly address: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** After so long it is broken off, also in the middle of the answer. */
  readonly timeoutMs: number;
  /** An answer that is longer is broken off, and nothing of it is given. */
  readonly maxBytes: number;
}

export interface PlainAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Makes a call once, follows no redirect, and rejects where no whole answer comes. */
export type PlainFetch = (call: PlainCall) => Promise<PlainAnswer>;

/** A `fetch`, where there is one with its shorter way for calls in plain values. */
export interface ServiceFetch {
  (request: Request): Promise<Response>;
  readonly plain?: PlainFetch | undefined;
}
