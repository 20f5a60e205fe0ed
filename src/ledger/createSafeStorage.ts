import type { LedgerStorage } from "./ledgerStorage.ts";

interface WriteOptions {
  /** Called with the stored text. */
  readonly onStored?: (text: string) => void;
  /** Called when storing fails. Returns whether to try again. */
  readonly makeRoom?: () => boolean;
  /** Returns a shorter text for the last try. */
  readonly shorten?: () => string;
}

/** The entries of a storage under one prefix. Its methods never throw, and are synchronous where the storage is. */
export interface SafeStorage {
  /** Passes every text by name. A value that isn't text is an empty string. */
  readonly read: (
    callback: (texts: ReadonlyMap<string, string>) => void | Promise<void>,
  ) => void | Promise<void>;
  readonly write: (name: string, text: string, options?: WriteOptions) => void | Promise<void>;
  readonly remove: (name: string) => void;
  /** Prints a problem, unless one with the same fix was printed. */
  readonly warn: (problem: string, fix: string) => void;
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof (value as Partial<Promise<unknown>> | undefined)?.then === "function";

/** Calls a function that may be synchronous, and passes every failure to `onError`. */
function settle<T>(
  call: () => T | Promise<T>,
  onValue: (value: T) => void | Promise<void>,
  onError: (cause: unknown) => void | Promise<void>,
): void | Promise<void> {
  try {
    const value = call();
    if (isPromise(value)) return value.then(onValue).catch(onError);
    return onValue(value);
  } catch (cause) {
    return onError(cause);
  }
}

const ignore = () => {};

function createWarning(): SafeStorage["warn"] {
  const warned = new Set<string>();
  return (problem, fix) => {
    if (!warned.has(fix)) console.warn(`Easel: ${problem}. ${fix}`);
    warned.add(fix);
  };
}

const inMemory =
  "Some generations are known only until this page is closed. Free or replace its storage.";

/** @param warn called with each failure. By default each kind of failure is printed once */
export function createSafeStorage(
  storage: LedgerStorage,
  prefix: string,
  warn: SafeStorage["warn"] = createWarning(),
): SafeStorage {
  const warnOf = (problem: string) => (cause: unknown) => {
    const why = cause instanceof Error ? ` (${cause.name}: ${cause.message})` : "";
    warn(`${problem}${why}`, inMemory);
  };
  const onReadError = warnOf("the stored generations can't be read");
  const onWriteError = warnOf("a generation can't be stored");

  return {
    warn,
    read: (callback) =>
      settle(
        () => storage.entries(prefix),
        (entries) =>
          callback(
            new Map(
              Array.from(entries, ([key, text]) => [
                key.slice(prefix.length),
                typeof text === "string" ? text : "",
              ]),
            ),
          ),
        onReadError,
      ),
    write: (name, text, { onStored, makeRoom, shorten } = {}) => {
      const set = (given: string, onError: (cause: unknown) => void | Promise<void>) =>
        settle(
          () => storage.set(prefix + name, given),
          () => onStored?.(given),
          onError,
        );
      const retry = (cause: unknown): void | Promise<void> => {
        if (makeRoom?.()) return set(text, retry);
        onWriteError(cause);
        return shorten ? set(shorten(), ignore) : undefined;
      };
      return set(text, retry);
    },
    remove: (name) => void settle(() => storage.remove(prefix + name), ignore, onWriteError),
  };
}
