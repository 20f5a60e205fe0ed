import type { LedgerStorage } from "./ledgerStorage.ts";

interface WriteOptions {
  readonly onStored?: (text: string) => void;
  /** Frees space after a failed write. Returns whether to retry the write. */
  readonly makeRoom?: () => boolean;
  /** Returns a shorter text to store on the last retry. */
  readonly shorten?: () => string;
}

type Done = void | Promise<void>;

type Warn = (problem: string, fix: string) => void;

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof (value as Partial<Promise<unknown>> | undefined)?.then === "function";

/** Calls `call`, which may be asynchronous, and passes its value to `onValue` or its error to `onError`. */
function settle<T>(
  call: () => T | Promise<T>,
  onValue: (value: T) => Done,
  onError: (cause: unknown) => Done,
): Done {
  try {
    const value = call();
    if (isPromise(value)) return value.then(onValue).catch(onError);
    return onValue(value);
  } catch (cause) {
    return onError(cause);
  }
}

const ignore = () => {};

function createWarning(): Warn {
  const warned = new Set<string>();
  return (problem, fix) => {
    if (!warned.has(fix)) console.warn(`Easel: ${problem}. ${fix}`);
    warned.add(fix);
  };
}

const inMemory =
  "Some generations will be lost when this page closes. Free up space in the storage, or use another storage.";

/**
 * Wraps a storage object so that only entries whose keys start with a prefix are read and written. The wrapper's
 * methods never throw, and they are synchronous if the storage's methods are.
 *
 * @param warn called for each failure
 */
export function createSafeStorage(
  storage: LedgerStorage,
  prefix: string,
  warn: Warn = createWarning(),
) {
  const warnOf = (problem: string) => (cause: unknown) => {
    const why = cause instanceof Error ? ` (${cause.name}: ${cause.message})` : "";
    warn(`${problem}${why}`, inMemory);
  };
  const onReadError = warnOf("the stored generations can't be read");
  const onWriteError = warnOf("a generation can't be stored");

  return {
    warn,
    /** Calls `callback` with the stored texts, by name. Replaces values that aren't strings with empty strings. */
    read: (callback: (texts: ReadonlyMap<string, string>) => Done) =>
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
    write: (name: string, text: string, { onStored, makeRoom, shorten }: WriteOptions = {}) => {
      const set = (given: string, onError: (cause: unknown) => Done) =>
        settle(
          () => storage.set(prefix + name, given),
          () => onStored?.(given),
          onError,
        );
      const retry = (cause: unknown): Done => {
        if (makeRoom?.()) return set(text, retry);
        onWriteError(cause);
        return shorten ? set(shorten(), ignore) : undefined;
      };
      return set(text, retry);
    },
    remove: (name: string) =>
      void settle(() => storage.remove(prefix + name), ignore, onWriteError),
  };
}
