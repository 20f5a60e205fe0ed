export interface HandlerLimits {
  /** What one user may ask for in a minute, polls included: about 30 a running job. Needed with `authorize: "public"`. */
  readonly requestsPerMinute?: number | undefined;
  /** How many unfinished jobs one user may have. One that nobody looks up counts for an hour at most. */
  readonly jobsAtOnce?: number | undefined;
  /**
   * What the service allows your account in a minute, polls included, for all instances together. When it runs low,
   * statuses give way first, then results, and submits last. Without it the service's own 429 is what is kept to.
   */
  readonly upstreamRequestsPerMinute?: number | undefined;
  /** The longest body of a submit, in bytes; a picture may stand in it as a data URL. @default 12_000_000 */
  readonly bodyBytes?: number | undefined;
  /** The largest file that the asset route hands on, in bytes. @default 50_000_000 */
  readonly assetBytes?: number | undefined;
  /** The largest picture that may be uploaded as an input, in bytes. @default 10_000_000 */
  readonly uploadBytes?: number | undefined;
  /** The largest picture that may be uploaded, in pixels: width × height. @default 50_000_000 */
  readonly uploadPixels?: number | undefined;
  /**
   * How many streams of events one user may hold open at this instance; a browser of Easel's holds two at most. Where all
   * visitors share one minute (see `clientKey`), they share these too. One too many is answered with 429, and its job is
   * polled. @default 100
   */
  readonly streamsAtOnce?: number | undefined;
  /** How long a job's id is good for, in hours; the service itself keeps a job for one. @default 24 */
  readonly jobHours?: number | undefined;
  /**
   * With `authorize: "public"`: whose minute a request counts in, for example the address that your proxy puts into a
   * header. Only trust a header that your own proxy writes. Without it all visitors share one minute.
   * Anything but a string is reported, and answered with 500 `internal`.
   */
  clientKey?(request: Request): string;
}
