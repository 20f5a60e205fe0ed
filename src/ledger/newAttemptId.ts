/** A fresh id for one intended run: 128 random bits, also on pages without TLS, where there is no `randomUUID`. */
export function newAttemptId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
