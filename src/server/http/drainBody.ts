import { settlesWithin } from "../timing/settlesWithin.ts";

const maxBytes = 16_000_000;
const maxMs = 5_000;

async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  for (let left = maxBytes; left > 0;) {
    // oxlint-disable-next-line eslint/no-await-in-loop -- each chunk counts before the next one
    const { done, value } = await reader.read();
    if (done) return;
    left -= value.byteLength;
  }
}

/** Discards an unread body, because the next request on the connection waits behind it. */
export async function drainBody(request: Request): Promise<void> {
  // Firefox has no stream of a request's body.
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
