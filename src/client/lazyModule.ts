/** Code that is loaded when it is first needed, or once the page renders. */
export interface LazyModule<T> {
  /** Returns the module once it is loaded. */
  readonly loaded: () => T | undefined;
  /** Loads the module once for all callers. Rejects if it can't be loaded now; the next call tries again. */
  readonly load: () => Promise<T>;
  /**
   * Calls `callback` once the module is loaded, and retries until then. Returns an unsubscribe function.
   *
   * @param onFailure called with each failure
   */
  readonly whenLoaded: (
    callback: (module: T) => void,
    onFailure?: (cause: unknown) => void,
  ) => () => void;
}

const retryMs = 5_000;

/** Wraps an `import()`. One that fails, without a network or after a new version of the app, can be tried again. */
export function lazyModule<T extends object>(load: () => Promise<T>): LazyModule<T> {
  let loaded: T | undefined;
  let loading: Promise<T> | undefined;

  const loadOnce = (): Promise<T> =>
    (loading ??= load().then(
      (module) => (loaded = module),
      (cause: unknown) => {
        loading = undefined;
        throw cause;
      },
    ));

  return {
    loaded: () => loaded,
    load: loadOnce,
    whenLoaded: (callback, onFailure) => {
      let isWaiting = true;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const attempt = async (): Promise<void> => {
        try {
          await loadOnce();
        } catch (cause) {
          if (!isWaiting) return;
          timer = setTimeout(() => void attempt(), retryMs);
          onFailure?.(cause);
        }
        if (loaded && isWaiting) callback(loaded);
      };
      if (loaded) callback(loaded);
      else void attempt();
      return () => {
        isWaiting = false;
        clearTimeout(timer);
      };
    },
  };
}
