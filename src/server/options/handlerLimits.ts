export const defaultLimits = {
  /** Of a submit, whose images may be data URLs. @default 12_000_000 */
  bodyBytes: 12_000_000,
  /** Of a result's file at `/asset`. @default 50_000_000 */
  assetBytes: 50_000_000,
  /** @default 10_000_000 */
  uploadBytes: 10_000_000,
  /** Width × height of an upload. @default 50_000_000 */
  uploadPixels: 50_000_000,
  /** Event streams of one user, or `clientKey`, at this instance. Beyond it a job is polled. @default 100 */
  streamsAtOnce: 100,
  /** Hours for which a ticket is valid. The service keeps a job for one. @default 24 */
  jobHours: 24,
};

type Optional<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

export interface HandlerLimits extends Optional<typeof defaultLimits> {
  /** Of one user, polls included: about 30 for a pending job. Required with `authorize: "public"`. */
  readonly requestsPerMinute?: number | undefined;
  /** Pending jobs of one user. One that isn't polled counts for an hour at most. */
  readonly jobsAtOnce?: number | undefined;
  /**
   * With `authorize: "public"`: the key that limits count by, such as the address in a header that your own proxy
   * writes. Without it, all visitors share one.
   */
  clientKey?(request: Request): string;
  /** Of your account, for all instances: statuses wait first, then results, then submits. */
  readonly upstreamRequestsPerMinute?: number | undefined;
}
