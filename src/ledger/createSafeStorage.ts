import type { LedgerStorage } from "./ledgerStorage.ts";

interface PutHooks {
  /** Called when it is in, with what is. */
  readonly stored: (text: string) => void;
  /** Called when it does not go in: whether trying once more makes sense. */
  readonly makeRoom: () => boolean;
  /** Called when there is no more room to be made: a shorter text that says what matters most. */
  readonly shorten?: () => string;
}

/** A storage that never throws. */
export interface SafeStorage {
  /**
   * Passes every text to `use`, by its name: synchronously, where the storage answers synchronously. A value that is no text
   * is read as an empty one.
   */
  readonly read: (
    use: (texts: ReadonlyMap<string, string>) => void | Promise<void>,
  ) => void | Promise<void>;
  readonly put: (name: string, text: string, hooks: PutHooks) => void | Promise<void>;
  readonly remove: (name: string) => void;
  /** Prints a problem, unless one with the same fix was printed. */
  readonly warn: (problem: string, fix: string) => void;
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof (value as Partial<Promise<unknown>> | undefined)?.then === "function";

/** Does something that ends now or later. What goes wrong goes to `fail` and nowhere else. */
function attempt<T>(
  make: () => T | Promise<T>,
  take: (value: T) => void | Promise<void>,
  fail: (cause: unknown) => void | Promise<void>,
): void | Promise<void> {
  try {
    const value = make();
    if (isPromise(value)) return value.then(take).catch(fail);
    return take(value);
  } catch (cause) {
    return fail(cause);
  }
}

const nothing = () => {};

function createWarning(): SafeStorage["warn"] {
  const warned = new Set<string>();
  return (problem, fix) => {
    if (!warned.has(fix)) console.warn(`Easel: ${problem}. ${fix}`);
    warned.add(fix);
  };
}

const inMemory =
  "Some generations are known only until this page is closed. Free or replace its storage.";

/**
 * The part of a storage whose keys begin with the prefix.
 *
 * @param warn called with what goes wrong. By default each kind of problem is printed to the console once
 */
export function createSafeStorage(
  storage: LedgerStorage,
  prefix: string,
  warn: SafeStorage["warn"] = createWarning(),
): SafeStorage {
  const warnOf = (problem: string) => (cause: unknown) => {
    const why = cause instanceof Error ? ` (${cause.name}: ${cause.message})` : "";
    warn(`${problem}${why}`, inMemory);
  };
  const unread = warnOf("the stored generations can't be read");
  const unwritten = warnOf("a generation can't be stored");

  return {
    warn,
    read: (use) =>
      attempt(
        () => storage.entries(prefix),
        (entries) =>
          use(
            new Map(
              Array.from(entries, ([key, text]) => [
                key.slice(prefix.length),
                typeof text === "string" ? text : "",
              ]),
            ),
          ),
        unread,
      ),
    put: (name, text, { stored, makeRoom, shorten }) => {
      const set = (given: string, fail: (cause: unknown) => void | Promise<void>) =>
        attempt(
          () => storage.set(prefix + name, given),
          () => stored(given),
          fail,
        );
      const tryAgain = (cause: unknown): void | Promise<void> => {
        if (makeRoom()) return set(text, tryAgain);
        unwritten(cause);
        return shorten ? set(shorten(), nothing) : undefined;
      };
      return set(text, tryAgain);
    },
    remove: (name) => void attempt(() => storage.remove(prefix + name), nothing, unwritten),
  };
}
