import type { PlainFetch } from "./plainCall.ts";
import { readBytes } from "./readBytes.ts";
import { whileHeld } from "./whileHeld.ts";

/** Calls in plain values over any `fetch`. */
export function plainFetch(send: (request: Request) => Promise<Response>): PlainFetch {
  return async ({ address, method, headers, body, signal, timeoutMs, maxBytes }) => {
    const stop = new AbortController();
    const abort = (): void => stop.abort();
    const timer = setTimeout(abort, timeoutMs);
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    try {
      const request = new Request(address, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
        redirect: "manual",
        signal: stop.signal,
      });
      return await whileHeld(request, async () => {
        const response = await send(request);
        const bytes = await readBytes(response.body, maxBytes);
        return {
          // A browser's fetch shows a redirect as status 0.
          status: response.status || 302,
          headers: response.headers,
          text: new TextDecoder().decode(bytes),
        };
      });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    }
  };
}
