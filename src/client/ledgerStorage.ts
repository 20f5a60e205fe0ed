/**
 * Where runs are kept over a reload: texts under keys. Each method may answer at once or with a promise, and may throw:
 * the ledger then goes on in memory. Pass your own to `<EaselProvider storage>`.
 */
export interface LedgerStorage {
  /** Every key that begins with the prefix, with its text. */
  readonly entries: (prefix: string) => LedgerEntries | Promise<LedgerEntries>;
  readonly set: (key: string, text: string) => unknown;
  readonly remove: (key: string) => unknown;
  /** Other tabs of this browser see the same, so they can share the watching. @default false */
  readonly shared?: boolean;
}

export type LedgerEntries = Iterable<readonly [key: string, text: string]>;
