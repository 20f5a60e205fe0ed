/** Storage for strings that expire. All operations must be atomic. A stalled call must reject within seconds. */
export interface Store {
  /** Whether entries are shared and outlive the process, so that browsers can repeat a lost submit. @default false */
  readonly lasting?: boolean;
  get(key: string): Promise<string | undefined>;
  /** Writes a value if the key has none. Returns true for exactly one of several concurrent callers. */
  add(key: string, value: string, lifeMs: number): Promise<boolean>;
  /** Replaces the value if it equals `expected`, or deletes it if `value` is undefined. Returns whether it did. */
  replace(
    key: string,
    expected: string,
    value: string | undefined,
    lifeMs: number,
  ): Promise<boolean>;
  /** Takes one of `most` slots in a sliding window on a shared clock, or returns the wait in milliseconds. */
  take(key: string, most: number, windowMs: number): Promise<number | undefined>;
  /** Returns a message for the developer if the store may lose entries, with the reason and the fix. */
  check?(): Promise<string | undefined>;
  /** Returns the time that instances share, in milliseconds since 1970. @default each machine's clock */
  now?(): Promise<number>;
}
