/**
 * Keeps what must outlive a request: texts under keys that expire. All operations are atomic. `describeStore` of
 * `react-easel/testing` tests them.
 *
 * A rejection means that the store is down: nothing is submitted, and the answer is 503. Let an operation without an
 * answer reject within seconds.
 */
export interface Store {
  /**
   * The store outlives this process, and all instances share it. Only then may browsers repeat a submit without an
   * answer: a store that loses entries would let it be charged twice.
   *
   * @default false
   */
  readonly lasting?: boolean;
  get(key: string): Promise<string | undefined>;
  /**
   * Writes unless there is a value.
   *
   * @returns whether it wrote: true for exactly one of concurrent callers
   */
  add(key: string, value: string, lifeMs: number): Promise<boolean>;
  /**
   * Replaces `expected`, or with undefined removes it.
   *
   * @returns whether it did
   */
  replace(
    key: string,
    expected: string,
    value: string | undefined,
    lifeMs: number,
  ): Promise<boolean>;
  /**
   * Takes one of `most` in any `windowMs` (a sliding window). Takes nothing when none is left. Calls may pass
   * different numbers for one key. Instances must agree on the time, so use a shared clock.
   *
   * @returns undefined, or the milliseconds until one is free
   */
  take(key: string, most: number, windowMs: number): Promise<number | undefined>;
  /**
   * Returns why the store may lose entries, with the fix, for the developer. Called before the first submit, and
   * after each fault.
   */
  check?(): Promise<string | undefined>;
  /**
   * Returns the time that instances share, in milliseconds since 1970. Called once a minute. Without it, each
   * machine's clock counts.
   */
  now?(): Promise<number>;
}
