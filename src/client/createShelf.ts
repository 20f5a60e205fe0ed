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
export interface Shelf {
  /** Gives every text under its name to `use`: at once, where the storage answers at once. */
  readonly read: (use: (texts: ReadonlyMap<string, string>) => void) => void | Promise<void>;
  readonly put: (name: string, text: string, hooks: PutHooks) => void | Promise<void>;
  readonly remove: (name: string) => void;
  readonly warn: (problem: string, cause?: unknown) => void;
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof (value as Partial<Promise<unknown>> | undefined)?.then === "function";

/** Does something that ends now or later. What goes wrong goes to `fail` and nowhere else. */
function attempt<T>(
  make: () => T | Promise<T>,
  take: (value: T) => void,
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

function createWarning(): Shelf["warn"] {
  let warned = false;
  return (problem, cause) => {
    if (warned) return;
    warned = true;
    const why = cause instanceof Error ? ` (${cause.name}: ${cause.message})` : "";
    console.warn(
      `Easel: ${problem}${why}. Runs go on as before; some are known only until this page is closed. Free the storage or allow it, or give <EaselProvider> a storage of your own.`,
    );
  };
}

/**
 * The part of a storage whose keys begin with the prefix.
 *
 * @param warn hears of what goes wrong; without it, it is told once on the console
 */
export function createShelf(
  storage: LedgerStorage,
  prefix: string,
  warn: Shelf["warn"] = createWarning(),
): Shelf {
  const unread = (cause: unknown) => warn("the runs that are kept here can't be read", cause);
  const unwritten = (cause: unknown) => warn("a run can't be written down", cause);

  return {
    warn,
    read: (use) =>
      attempt(
        () => storage.entries(prefix),
        (entries) =>
          use(new Map(Array.from(entries, ([key, text]) => [key.slice(prefix.length), text]))),
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
