/** Stores strings that expire. All operations are atomic. A stalled call must reject within seconds. */
export interface Store {
  /** Whether entries outlive the process and are shared by instances, so that browsers may repeat a lost submit. @default false */
  readonly lasting?: boolean;
  get(key: string): Promise<string | undefined>;
  /** Writes unless there is a value. Returns true for exactly one of concurrent callers. */
  add(key: string, value: string, lifeMs: number): Promise<boolean>;
  /** Replaces `expected`, or deletes it if `value` is undefined. Returns whether it did. */
  replace(
    key: string,
    expected: string,
    value: string | undefined,
    lifeMs: number,
  ): Promise<boolean>;
  /** Takes one of `most` in a sliding window of a shared clock, or returns the milliseconds until one is free. */
  take(key: string, most: number, windowMs: number): Promise<number | undefined>;
  /** Why the store may lose entries, with the fix, for the developer. */
  check?(): Promise<string | undefined>;
  /** The time that instances share, in milliseconds since 1970. @default each machine's clock */
  now?(): Promise<number>;
}
