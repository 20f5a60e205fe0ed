import { withTimeout } from "../timing/withTimeout.ts";
import { keepReferenced } from "./keepReferenced.ts";
import type { PlainFetch } from "./plainCall.ts";
import { readBytes } from "./readBytes.ts";

const errorFor = (reason: "late" | "aborted"): Error =>
  reason === "late"
    ? new DOMException("Response timed out.", "TimeoutError")
    : new DOMException("The call was aborted.", "AbortError");

export function plainFetch(send: (request: Request) => Promise<Response>): PlainFetch {
  return ({ address, method, headers, body, signal: gone, timeoutMs, maxBytes }) =>
    withTimeout({ ms: timeoutMs, signal: gone, errorFor }, async (signal) => {
      const request = new Request(address, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
        redirect: "manual",
        signal,
      });
      return keepReferenced(request, async () => {
        const response = await send(request);
        const bytes = await readBytes(response.body, maxBytes);
        return {
          // Because of `redirect: "manual"`, browsers report a redirect as status 0.
          status: response.status || 302,
          headers: response.headers,
          text: new TextDecoder().decode(bytes),
        };
      });
    });
}
