import type { TicketInfo } from "../security/createTickets.ts";

export interface CloseOptions {
  /** Milliseconds to wait for work in progress. @default 25_000 */
  readonly timeoutMs?: number | undefined;
}

export interface Handler {
  (request: Request): Promise<Response>;
  /**
   * Verifies a ticket that a browser sends to your own route, with the `userId` of the signed-in user.
   *
   * @throws EaselError `job_not_found`, with `status` 404, unless it is this user's ticket, no older than
   * `limits.jobHours`; `not_configured` without a secret
   */
  readTicket(ticket: unknown, userId: string): Promise<TicketInfo>;
  /**
   * Waits for submits and hooks before the process ends. New submits and `/health` are answered with 503
   * `backend_unreachable`. Returns whether all ended in time. See `closeOnSignal` of `react-easel/server/node`.
   */
  close(options?: CloseOptions): Promise<boolean>;
}

const longestTimerMs = 2 ** 31 - 1;

/** The default fits into the 30 seconds of Kubernetes. Longer timers than 2 ** 31 - 1 fire at once. */
export function readTimeout({ timeoutMs = 25_000 }: CloseOptions = {}): number {
  if (timeoutMs >= 0 && timeoutMs <= longestTimerMs) return timeoutMs;
  throw new TypeError(
    `timeoutMs is ${timeoutMs}, which is not a valid timeout. Pass 0 to ${longestTimerMs} milliseconds.`,
  );
}
