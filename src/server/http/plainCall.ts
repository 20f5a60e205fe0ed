/** HTTP call without `Request` and `Response` objects. Creating those objects takes longer than the call itself. */
export interface PlainCall {
  readonly address: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs: number;
  /** Maximum size of the response body, in bytes. A larger body is returned as an empty string. */
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
