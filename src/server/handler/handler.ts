import type { TicketInfo } from "../security/createTickets.ts";

export interface CloseOptions {
  /** Longest wait for work in progress, in milliseconds. @default 25_000 */
  readonly timeoutMs?: number | undefined;
}

export interface Handler {
  (request: Request): Promise<Response>;
  /**
   * Verifies a ticket that a browser sends to your own route.
   *
   * @param userId of the signed-in user; `"public"` with `authorize: "public"`
   * @throws EaselError `job_not_found`, with `status` 404, unless it is this user's ticket, no older than
   * `limits.jobHours`; `not_configured` without a secret. TypeError without a userId
   */
  readTicket(ticket: unknown, userId: string): Promise<TicketInfo>;
  /**
   * Closes the handler before its process ends: waits for submits, `onSubmitEnd` and `onJobEnd`. New submits and
   * `/health` are answered with 503 `backend_unreachable`, not charged and safe to retry. See `closeOnSignal` of
   * `react-easel/server/node`, which closes the server too.
   *
   * @returns whether everything ended within `timeoutMs`
   */
  close(options?: CloseOptions): Promise<boolean>;
}

/** A timer with a longer delay fires at once. */
const longestTimerMs = 2 ** 31 - 1;

/** Returns a shutdown's timeout. The default fits into the 30 seconds of Kubernetes. */
export function readTimeout({ timeoutMs = 25_000 }: CloseOptions = {}): number {
  if (timeoutMs >= 0 && timeoutMs <= longestTimerMs) return timeoutMs;
  throw new TypeError(
    `timeoutMs is ${timeoutMs}, and the handler can't be closed within that. Give milliseconds from 0 to ${longestTimerMs}.`,
  );
}
