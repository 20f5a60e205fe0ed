import type { TicketInfo } from "../security/createTickets.ts";

export interface CloseOptions {
  /** How long to wait for work in progress, in milliseconds. @default 25_000 */
  readonly timeoutMs?: number | undefined;
}

/** A function from `Request` to `Response`, as `createHandler` returns it. */
export interface Handler {
  (request: Request): Promise<Response>;
  /**
   * Verifies a ticket that a browser sends to a route of yours: the `requestId` of its job. It asks neither the store nor the
   * service, so it says whose job it is and not how it ended.
   *
   * @param ticket what the browser sent, of whatever type
   * @param userId who is signed in, as `authorize` returns it; `"public"` with `authorize: "public"`
   * @throws EaselError `job_not_found`, with `status` 404, unless it is a ticket of this handler, of this user, and no older
   * than `limits.jobHours`. It never resolves with undefined, which many query builders take for "every row".
   * @throws EaselError `not_configured` while the secret is missing
   * @throws TypeError when there is no userId
   */
  readTicket(ticket: unknown, userId: string): Promise<TicketInfo>;
  /**
   * Closes the handler before its process ends, so that no paid call is lost with it.
   *
   * From the call on, event streams end and ask browsers to come back in 2 to 4 seconds; submits that have not begun are
   * refused with 503 `backend_unreachable`, not charged and safe to retry; `/health` is answered with the same; retries of
   * `onJobEnd` stop, and are made up for by the next poll. Polls and files are still answered, with `connection: close`.
   *
   * It waits for submits in progress and calls of `onSubmitEnd` and `onJobEnd`. Only the first call's options count; later calls
   * wait for the same. It does not close the server or the store: `closeOnSignal` of `react-easel/server/node` closes
   * the server too.
   *
   * @returns whether everything ended within `timeoutMs`
   * @throws TypeError for a `timeoutMs` that is no number of milliseconds
   */
  close(options?: CloseOptions): Promise<boolean>;
}
