/** Key-value storage. Methods may return promises. If a method fails, the ledger continues in memory. */
export interface LedgerStorage {
  readonly entries: (prefix: string) => StorageEntries | Promise<StorageEntries>;
  readonly set: (key: string, text: string) => unknown;
  readonly remove: (key: string) => unknown;
  /** Whether tabs share the entries. If they do, they also share the polling. @default false */
  readonly shared?: boolean;
  /** Limits per user. @default 500 attempts and 1,000,000 characters */
  readonly bounds?: LedgerBounds | undefined;
}

/** Limits of a storage. The oldest ended attempts are dropped first, then ended favorites, then other attempts. */
export interface LedgerBounds {
  readonly attempts?: number | undefined;
  /** Maximum number of characters in the attempts' JSON. An attempt usually has 1,000 to 2,000 characters. */
  readonly chars?: number | undefined;
}

export type StorageEntries = Iterable<readonly [key: string, text: string]>;
