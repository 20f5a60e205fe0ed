import type { TicketInfo } from "../security/createTickets.ts";

export interface CloseOptions {
  /** Maximum time to wait for work in progress, in milliseconds. @default 25_000 */
  readonly timeoutMs?: number | undefined;
}

export interface Handler {
  (request: Request): Promise<Response>;
  /**
   * Verifies and reads a ticket that a browser sent to your own route. Pass the signed-in user's `userId`.
   *
   * @throws EaselError `job_not_found`, with `status` 404, if the ticket isn't this user's or is older than
   * `limits.jobHours`; `not_configured` if the secret or API key is missing
   */
  readTicket(ticket: unknown, userId: string): Promise<TicketInfo>;
  /**
   * Closes the handler. Call this method before the process exits. It waits for submissions and hooks in progress, and
   * rejects new submissions and `/health` requests with 503 `backend_unreachable`. Returns whether all work ended in
   * time. See `closeOnSignal` in `react-easel/server/node`.
   */
  close(options?: CloseOptions): Promise<boolean>;
}

const longestTimerMs = 2 ** 31 - 1;

/**
 * Returns the timeout, or throws if it isn't valid. The default is below Kubernetes' grace period of 30 seconds. Timers
 * longer than 2 ** 31 - 1 ms fire immediately.
 */
export function readTimeout({ timeoutMs = 25_000 }: CloseOptions = {}): number {
  if (timeoutMs >= 0 && timeoutMs <= longestTimerMs) return timeoutMs;
  throw new TypeError(
    `timeoutMs is ${timeoutMs}, which isn't a valid timeout. Pass a number of milliseconds from 0 to ${longestTimerMs}.`,
  );
}
