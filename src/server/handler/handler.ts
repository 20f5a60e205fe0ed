import type { TicketInfo } from "../security/createTickets.ts";

export interface CloseOptions {
  /** Longest wait for work in progress, in milliseconds. @default 25_000 */
  readonly timeoutMs?: number | undefined;
}

/** The function that `createHandler` returns. */
export interface Handler {
  (request: Request): Promise<Response>;
  /**
   * Verifies a ticket that a browser sends to one of your own routes: its job's `requestId`. Calls neither store nor
   * service.
   *
   * @param userId of the signed-in user, as `authorize` returns it; `"public"` with `authorize: "public"`
   * @throws EaselError `job_not_found`, with `status` 404, unless it is a ticket of this user, no older than
   * `limits.jobHours`; `not_configured` while the secret is missing
   * @throws TypeError without a userId
   */
  readTicket(ticket: unknown, userId: string): Promise<TicketInfo>;
  /**
   * Closes the handler before its process ends, without losing a paid call.
   *
   * Event streams end, and browsers reconnect in 2 to 4 seconds. New submits and `/health` are answered with 503
   * `backend_unreachable`, not charged and safe to retry. Retries of `onJobEnd` are left to the next poll. Polls and
   * files are answered with `connection: close`.
   *
   * Waits for submits, `onSubmitEnd` and `onJobEnd`. Later calls wait for the same. Doesn't close the server or the
   * store: see `closeOnSignal` of `react-easel/server/node`.
   *
   * @returns whether everything ended within `timeoutMs`
   * @throws TypeError for an invalid `timeoutMs`
   */
  close(options?: CloseOptions): Promise<boolean>;
}
