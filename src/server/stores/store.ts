/**
 * Where the handler keeps what must outlive a request: texts under keys, each with an end of life. Four operations, all
 * of them atomic, and two optional ones; for Redis they are `GET`, `SET NX PX` and four short scripts. `describeStore` of
 * `react-easel/testing` is their contract as tests.
 *
 * A method that rejects means that the store is down: then the handler submits nothing and answers 503. The handler waits
 * for each method, so let one that gets no answer reject within seconds.
 */
export interface Store {
  /**
   * It outlives this process, and every instance has the same. Only then are browsers offered to check on a submit that
   * got no answer by sending it once more: with a store that forgets, that would be paid for twice.
   *
   * @default false
   */
  readonly lasting?: boolean;
  get(key: string): Promise<string | undefined>;
  /**
   * Writes where nothing stands yet.
   *
   * @returns whether it wrote: of many callers at once exactly one is told true
   */
  add(key: string, value: string, lifeMs: number): Promise<boolean>;
  /**
   * Writes, or with undefined removes, where `expected` still stands.
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
   * Takes one of `most` that may be taken in any span of `windowMs`, a sliding window: one that was taken is free again
   * `windowMs` later, and a call that finds none left takes nothing. Callers may name different numbers for one key.
   *
   * Instances must agree on the time, so use the clock of what they share, as `redisStore` does.
   *
   * @returns undefined when one was taken, else the milliseconds until one is free
   */
  take(key: string, most: number, windowMs: number): Promise<number | undefined>;
  /**
   * Returns why the store may lose entries before they expire, for the developer: a sentence with its fix. Called before
   * the first submit, and after each time the store was down.
   */
  check?(): Promise<string | undefined>;
  /**
   * Returns the time of what instances share, in milliseconds since 1970, so that a machine whose clock is wrong polls jobs
   * like the others. Called once a minute. Without it each machine's own clock counts.
   */
  now?(): Promise<number>;
}
