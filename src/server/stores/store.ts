/** Storage for strings that expire. All operations must be atomic. A stalled call must reject within seconds. */
export interface Store {
  /** Whether entries are shared and outlive the process. If so, browsers can repeat lost submissions. @default false */
  readonly lasting?: boolean;
  get(key: string): Promise<string | undefined>;
  /** Writes a value if the key doesn't have one. Returns true for exactly one of several concurrent callers. */
  add(key: string, value: string, lifeMs: number): Promise<boolean>;
  /**
   * Replaces the stored value with `value`, or deletes the key if `value` is undefined. If the stored value isn't
   * `expected`, does nothing and returns false.
   */
  replace(
    key: string,
    expected: string,
    value: string | undefined,
    lifeMs: number,
  ): Promise<boolean>;
  /** Takes one of `most` slots in a sliding window on a shared clock, or returns the milliseconds until one is free. */
  take(key: string, most: number, windowMs: number): Promise<number | undefined>;
  /** If the store may lose entries, returns a message for the developer with the reason and the fix. */
  check?(): Promise<string | undefined>;
  /** Returns the time on a clock that all instances share, in milliseconds since 1970. @default each machine's clock */
  now?(): Promise<number>;
}
