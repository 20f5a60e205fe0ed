/** Key-value storage. Methods may return a promise, and may throw: the ledger then continues in memory. */
export interface LedgerStorage {
  readonly entries: (prefix: string) => StorageEntries | Promise<StorageEntries>;
  readonly set: (key: string, text: string) => unknown;
  readonly remove: (key: string) => unknown;
  /** Whether other tabs see the same entries, and can share polling. @default false */
  readonly shared?: boolean;
  /** Limits for each user. @default 500 attempts and 1,000,000 characters */
  readonly bounds?: LedgerBounds | undefined;
}

/** Beyond a limit the oldest attempts are dropped: ended ones first, favorites last of these. */
export interface LedgerBounds {
  readonly attempts?: number | undefined;
  /** Characters of JSON; an attempt usually has 1,000 to 2,000. */
  readonly chars?: number | undefined;
}

export type StorageEntries = Iterable<readonly [key: string, text: string]>;
