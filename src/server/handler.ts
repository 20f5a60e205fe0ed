/** A job as its ticket names it. */
export interface TicketInfo {
  /** The same as in `beforeSubmit` and `onJobEnd`. */
  readonly id: string;
  /** The service's own id. */
  readonly requestId: string;
  readonly modelId: string;
  /** When it was submitted, in milliseconds since 1970. */
  readonly issuedAt: number;
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
}
