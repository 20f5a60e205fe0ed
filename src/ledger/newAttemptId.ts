/** Creates a random 128-bit ID. Avoids `crypto.randomUUID`, which is unavailable on pages without HTTPS. */
export function newAttemptId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
