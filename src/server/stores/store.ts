/**
 * Keeps texts that expire under keys. All operations are atomic; `describeStore` of `react-easel/testing` tests them.
 * A rejection means that the store is down, so let an operation without an answer reject within seconds.
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
  /** Writes unless there is a value. Returns true for exactly one of concurrent callers. */
  add(key: string, value: string, lifeMs: number): Promise<boolean>;
  /** Replaces `expected`, or removes it without a value. Returns whether it did. */
  replace(
    key: string,
    expected: string,
    value: string | undefined,
    lifeMs: number,
  ): Promise<boolean>;
  /**
   * Takes one of `most` in a sliding window. Instances must agree on the time, so use a shared clock.
   *
   * @returns undefined, or the milliseconds until one is free
   */
  take(key: string, most: number, windowMs: number): Promise<number | undefined>;
  /** Returns why the store may lose entries, with the fix, for the developer. */
  check?(): Promise<string | undefined>;
  /** Returns the time that instances share, in milliseconds since 1970. Without it, each machine's clock counts. */
  now?(): Promise<number>;
}
