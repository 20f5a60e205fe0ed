import { digest } from "./digest.ts";

/**
 * A UUID for a user's attempt: the same for the same `Idempotency-Key`, so that an attempt that is sent again after a
 * refusal keeps its id, and different between users whatever keys their browsers choose.
 */
export async function jobId(userId: string, key: string): Promise<string> {
  const hex = await digest("job", userId, key);
  // RFC 9562, version 8: the rest is the application's to fill.
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
