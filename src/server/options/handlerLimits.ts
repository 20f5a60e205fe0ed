export const defaultLimits = {
  /** Maximum body of a submit, in bytes. Its images can be data URLs. @default 12_000_000 */
  bodyBytes: 12_000_000,
  /** Maximum size of a result file at `/asset`, in bytes. @default 50_000_000 */
  assetBytes: 50_000_000,
  /** Maximum size of an upload, in bytes. @default 10_000_000 */
  uploadBytes: 10_000_000,
  /** Maximum width × height of an upload, in pixels. @default 50_000_000 */
  uploadPixels: 50_000_000,
  /** Maximum event streams per user or `clientKey` on this instance. Beyond it, jobs are polled. @default 100 */
  streamsAtOnce: 100,
  /** Hours for which a ticket is valid. The service keeps a job for one hour. @default 24 */
  jobHours: 24,
};

type Optional<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

export interface HandlerLimits extends Optional<typeof defaultLimits> {
  /** Requests per user, including about 30 polls for a pending job. Required with `authorize: "public"`. */
  readonly requestsPerMinute?: number | undefined;
  /** Pending jobs per user. A job that isn't polled counts for at most an hour. */
  readonly jobsAtOnce?: number | undefined;
  /**
   * Returns the key for per-user limits with `authorize: "public"`, such as the address in a header that your own proxy
   * writes. Without it, all visitors share the same limits.
   */
  clientKey?(request: Request): string;
  /** Requests to the service, across all instances. Beyond it, statuses wait first, then results, then submits. */
  readonly upstreamRequestsPerMinute?: number | undefined;
}
