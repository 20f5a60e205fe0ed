/** Creates a random 128-bit ID. `crypto.randomUUID` isn't available on pages without HTTPS. */
export function newAttemptId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
