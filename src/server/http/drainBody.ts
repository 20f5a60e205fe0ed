import { settlesWithin } from "../timing/settlesWithin.ts";

const maxBytes = 16_000_000;
const maxMs = 5_000;

async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  for (let left = maxBytes; left > 0;) {
    // oxlint-disable-next-line eslint/no-await-in-loop -- each chunk is counted before the next
    const { done, value } = await reader.read();
    if (done) return;
    left -= value.byteLength;
  }
}

/** Discards an unread request body, which would otherwise block the next request on the same connection. */
export async function drainBody(request: Request): Promise<void> {
  // Firefox doesn't support `Request.body`.
  const body = "body" in request ? request.body : null;
  if (!body || body.locked) return;
  if (Number(request.headers.get("content-length")) > maxBytes) return;
  const reader = body.getReader();
  await settlesWithin(
    discard(reader).catch(() => undefined),
    maxMs,
  );
  reader.releaseLock();
}
