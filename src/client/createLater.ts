/** A part of the code that is not there from the first: nothing that is drawn first needs it. */
export interface Later<T> {
  /** The part, once it is there. */
  readonly now: () => T | undefined;
  /** Waits for it, and asks for it now unless it is on its way. Rejects where it can't be had just now. */
  readonly get: () => Promise<T>;
  /**
   * Calls back once it is there: at once where it is, else however often it has to be asked for. Returns the way out.
   */
  readonly whenThere: (call: (part: T) => void) => () => void;
  /** Has it on its way early, in a page. On a server nothing is loaded before it is used. */
  readonly hurry: () => void;
}

const againMs = 5_000;
const ignore = () => undefined;

/**
 * Loads a part of the code once, when it is first wanted. Where it can't be had (no network, a new version of the app), it
 * is asked for again as long as somebody waits for it.
 */
export function createLater<T extends object>(load: () => Promise<T>): Later<T> {
  const waiting = new Set<(part: T) => void>();
  let there: T | undefined;
  let loading: Promise<T> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<T> {
    clearTimeout(timer);
    timer = undefined;
    try {
      const part = await load();
      there = part;
      // One that throws keeps nobody else waiting.
      for (const call of waiting) queueMicrotask(() => waiting.delete(call) && call(part));
      return part;
    } catch (cause) {
      if (waiting.size > 0) timer = setTimeout(hurry, againMs);
      throw cause;
    } finally {
      loading = undefined;
    }
  }

  const get = () => (there ? Promise.resolve(there) : (loading ??= ask()));
  const hurry = () => void get().catch(ignore);

  return {
    now: () => there,
    get,
    whenThere: (call) => {
      if (there) {
        call(there);
        return ignore;
      }
      waiting.add(call);
      if (timer === undefined) hurry();
      return () => {
        if (!waiting.delete(call) || waiting.size > 0) return;
        clearTimeout(timer);
        timer = undefined;
      };
    },
    hurry: () => {
      if ("document" in globalThis) hurry();
    },
  };
}

/** What is made of a part, once, when it is first wanted after the part is there. */
export function mapLater<T extends object, Made extends object>(
  later: Later<T>,
  make: (part: T) => Made,
): Later<Made> {
  let made: Made | undefined;
  const from = (part: T): Made => (made ??= make(part));
  return {
    now: () => {
      const part = later.now();
      return part && from(part);
    },
    get: () => later.get().then(from),
    whenThere: (call) => later.whenThere((part) => call(from(part))),
    hurry: later.hurry,
  };
}
