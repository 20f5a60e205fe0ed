export interface HandlerLimits {
  /** Of one user, polls included: about 30 for a pending job. Required with `authorize: "public"`. */
  readonly requestsPerMinute?: number | undefined;
  /** Pending jobs of one user. One that isn't polled counts for an hour at most. */
  readonly jobsAtOnce?: number | undefined;
  /** Of your account, for all instances: statuses wait first, then results, then submits. */
  readonly upstreamRequestsPerMinute?: number | undefined;
  /** Of a submit, whose images may be data URLs. @default 12_000_000 */
  readonly bodyBytes?: number | undefined;
  /** Of a result's file at `/asset`. @default 50_000_000 */
  readonly assetBytes?: number | undefined;
  /** @default 10_000_000 */
  readonly uploadBytes?: number | undefined;
  /** Width × height of an upload. @default 50_000_000 */
  readonly uploadPixels?: number | undefined;
  /** Event streams of one user, or `clientKey`, at this instance. Beyond it a job is polled. @default 100 */
  readonly streamsAtOnce?: number | undefined;
  /** Hours for which a ticket is valid. The service keeps a job for one. @default 24 */
  readonly jobHours?: number | undefined;
  /**
   * With `authorize: "public"`: the key that limits count by, such as the address in a header that your own proxy
   * writes. Without it, all visitors share one.
   */
  clientKey?(request: Request): string;
}
