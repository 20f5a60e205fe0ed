export interface HandlerLimits {
  /**
   * Requests of one user in a minute, polls included: about 30 for a pending job. Required with `authorize:
   * "public"`.
   */
  readonly requestsPerMinute?: number | undefined;
  /** Pending jobs of one user. One that isn't polled counts for an hour at most. */
  readonly jobsAtOnce?: number | undefined;
  /**
   * Requests of your account in a minute, polls included, for all instances. When they run low, statuses wait first,
   * then results, then submits. Without it, only the service's 429 counts.
   */
  readonly upstreamRequestsPerMinute?: number | undefined;
  /** Longest body of a submit, in bytes. Images may be in it as data URLs. @default 12_000_000 */
  readonly bodyBytes?: number | undefined;
  /** Largest file of the asset route, in bytes. @default 50_000_000 */
  readonly assetBytes?: number | undefined;
  /** Largest upload, in bytes. @default 10_000_000 */
  readonly uploadBytes?: number | undefined;
  /** Largest upload, in pixels: width × height. @default 50_000_000 */
  readonly uploadPixels?: number | undefined;
  /**
   * Open event streams of one user at this instance; a browser has two at most. With `clientKey` they count by its
   * key. Beyond it a job is polled. @default 100
   */
  readonly streamsAtOnce?: number | undefined;
  /** Hours for which a job's ticket is valid. The service keeps a job for one. @default 24 */
  readonly jobHours?: number | undefined;
  /**
   * With `authorize: "public"`: the key that limits count by, such as the address in a header that your own proxy
   * writes. Without it, all visitors share one. Anything but a string is reported, and answered with 500 `internal`.
   */
  clientKey?(request: Request): string;
}
