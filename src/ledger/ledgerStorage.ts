/**
 * Where runs are kept over a reload: texts under keys. Each method may answer at once or with a promise, and may throw:
 * the ledger then goes on in memory. Pass your own to `<EaselProvider storage>`.
 */
export interface LedgerStorage {
  /** Every key that begins with the prefix, with its text. */
  readonly entries: (prefix: string) => StorageEntries | Promise<StorageEntries>;
  readonly set: (key: string, text: string) => unknown;
  readonly remove: (key: string) => unknown;
  /** Other tabs of this browser see the same, so they can share the watching. @default false */
  readonly shared?: boolean;
  /** How much of it the runs of one user may take up. @default 500 runs and 1,000,000 characters */
  readonly bounds?: LedgerBounds | undefined;
}

/** Past either of them the oldest runs are dropped: those that have ended first, and starred ones last of these. */
export interface LedgerBounds {
  /** How many runs. Each is held in memory too. */
  readonly records?: number | undefined;
  /** In characters of JSON, for all runs together; a usual run takes up 1,000 to 2,000. */
  readonly chars?: number | undefined;
}

export type StorageEntries = Iterable<readonly [key: string, text: string]>;
