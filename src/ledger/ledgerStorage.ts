/**
 * Key-value storage for attempts that survives a reload. Methods may be synchronous or return a promise, and may throw:
 * the ledger then continues in memory. Pass a custom one to `<EaselProvider storage>`.
 */
export interface LedgerStorage {
  readonly entries: (prefix: string) => StorageEntries | Promise<StorageEntries>;
  readonly set: (key: string, text: string) => unknown;
  readonly remove: (key: string) => unknown;
  /** Whether other tabs of this browser see the same entries, so that they can share polling. @default false */
  readonly shared?: boolean;
  /** Limits for each user. @default 500 attempts and 1,000,000 characters */
  readonly bounds?: LedgerBounds | undefined;
}

/** Beyond either limit the oldest attempts are dropped: ended ones first, favorites last of these. */
export interface LedgerBounds {
  /** Number of attempts. All of them are in memory too. */
  readonly attempts?: number | undefined;
  /** Characters of JSON in total; an attempt usually has 1,000 to 2,000. */
  readonly chars?: number | undefined;
}

export type StorageEntries = Iterable<readonly [key: string, text: string]>;
