import * as z from "zod/v4-mini";
import { createSafeStorage } from "./createSafeStorage.ts";
import type { LedgerStorage } from "./ledgerStorage.ts";
import { parseStored } from "./parseStored.ts";

/** Store for one kind of a user's records. Each record has its own key so that tabs don't overwrite each other's. */
export interface Records<T> {
  /** Calls `callback` with the readable records, by ID. Synchronous if the storage is. */
  readonly read: (callback: (records: ReadonlyMap<string, T>) => void) => void | Promise<void>;
  /** Stores a record. Returns whether it was stored, as a promise if the storage is asynchronous. */
  readonly write: (id: string, record: T) => boolean | Promise<boolean>;
  readonly remove: (id: string) => void;
}

export interface RecordsOptions<T> {
  readonly storage: LedgerStorage;
  /** Kind and owner of the records. */
  readonly name: string;
  readonly schema: z.ZodMiniType<T>;
}

const version = 1;
const ignore = () => {};

export function createRecords<T extends object>(options: RecordsOptions<T>): Records<T> {
  const { storage, name, schema } = options;
  const stored = createSafeStorage(storage, `easel-${name}:`, ignore);
  const parse = (text: string): T | undefined => {
    const { version: written, ...record } = (parseStored(text) ?? {}) as { version?: unknown };
    return written === version ? z.safeParse(schema, record).data : undefined;
  };
  return {
    read: (callback) =>
      stored.read((texts) => {
        const records = [...texts].map(([id, text]) => [decodeURIComponent(id), parse(text)]);
        callback(new Map(records.filter(([, record]) => record) as [string, T][]));
      }),
    write: (id, record) => {
      let isStored = false;
      const done = stored.write(encodeURIComponent(id), JSON.stringify({ ...record, version }), {
        onStored: () => void (isStored = true),
      });
      return done ? done.then(() => isStored) : isStored;
    },
    remove: (id) => stored.remove(encodeURIComponent(id)),
  };
}
