export const defaultLimits = {
  bodyBytes: 12_000_000,
  assetBytes: 50_000_000,
  uploadBytes: 10_000_000,
  uploadPixels: 50_000_000,
  streamsAtOnce: 100,
  jobHours: 24,
};

export interface HandlerLimits {
  /** Maximum requests per user per minute, including about 30 polls per job. Required with `authorize: "public"`. */
  readonly requestsPerMinute?: number | undefined;
  /** Maximum number of pending jobs per user. A job that isn't polled counts for at most an hour. */
  readonly jobsAtOnce?: number | undefined;
  /**
   * With `authorize: "public"`, returns a visitor's key for the per-user limits, such as the IP address in a header
   * that your own proxy sets. Without this function, all visitors share the same limits.
   */
  clientKey?(request: Request): string;
  /** Maximum requests to the service per minute, across instances. Polls are limited first, and submissions last. */
  readonly upstreamRequestsPerMinute?: number | undefined;
  /** Maximum size of a submit request's body, in bytes, including images in data URLs. @default 12_000_000 */
  readonly bodyBytes?: number | undefined;
  /** Maximum size of a result file at `/asset`, in bytes. @default 50_000_000 */
  readonly assetBytes?: number | undefined;
  /** Maximum size of an upload, in bytes. @default 10_000_000 */
  readonly uploadBytes?: number | undefined;
  /** Maximum width × height of an upload, in pixels. @default 50_000_000 */
  readonly uploadPixels?: number | undefined;
  /** Maximum event streams per user or `clientKey` on this instance. Other jobs are polled. @default 100 */
  readonly streamsAtOnce?: number | undefined;
  /** Number of hours for which a ticket is valid. The service keeps a job for one hour. @default 24 */
  readonly jobHours?: number | undefined;
}
