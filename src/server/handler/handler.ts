import type { TicketInfo } from "../security/createTickets.ts";

export interface CloseOptions {
  /** Time to wait for work in progress, in milliseconds. @default 25_000 */
  readonly timeoutMs?: number | undefined;
}

export interface Handler {
  (request: Request): Promise<Response>;
  /**
   * Verifies a ticket that a browser sends to your own route. Pass the `userId` of the signed-in user.
   *
   * @throws EaselError `job_not_found`, with `status` 404, if the ticket isn't this user's or is older than
   * `limits.jobHours`; `not_configured` without a secret or key
   */
  readTicket(ticket: unknown, userId: string): Promise<TicketInfo>;
  /**
   * Waits for submits and hooks before the process ends. After this call, new submits and `/health` fail with 503
   * `backend_unreachable`. Returns whether all work ended in time. See `closeOnSignal` in `react-easel/server/node`.
   */
  close(options?: CloseOptions): Promise<boolean>;
}

const longestTimerMs = 2 ** 31 - 1;

/** Validates a timeout. The default fits Kubernetes' 30 seconds. Timers longer than 2 ** 31 - 1 ms fire immediately. */
export function readTimeout({ timeoutMs = 25_000 }: CloseOptions = {}): number {
  if (timeoutMs >= 0 && timeoutMs <= longestTimerMs) return timeoutMs;
  throw new TypeError(
    `timeoutMs is ${timeoutMs}, which isn't a valid timeout. Pass a number of milliseconds from 0 to ${longestTimerMs}.`,
  );
}
