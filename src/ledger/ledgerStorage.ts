/** Key-value storage for a ledger. Methods may return promises. If a method fails, the ledger continues in memory. */
export interface LedgerStorage {
  readonly entries: (prefix: string) => StorageEntries | Promise<StorageEntries>;
  readonly set: (key: string, text: string) => unknown;
  readonly remove: (key: string) => unknown;
  /** Whether tabs share the entries. Tabs that share entries also share polling. @default false */
  readonly shared?: boolean;
  /** Storage limits per user. @default 500 attempts and 1,000,000 characters */
  readonly bounds?: LedgerBounds | undefined;
}

/** Storage limits. The oldest ended attempts are dropped first, then ended favorites, then other attempts. */
export interface LedgerBounds {
  readonly attempts?: number | undefined;
  /** Maximum total length of the stored attempts, in characters. An attempt usually takes 1,000 to 2,000. */
  readonly chars?: number | undefined;
}

export type StorageEntries = Iterable<readonly [key: string, text: string]>;
