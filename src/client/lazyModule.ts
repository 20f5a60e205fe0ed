const retryMs = 5_000;

/** Wraps an `import()`. Caches the loaded module, and allows a failed import to be retried. */
export function lazyModule<T extends object>(load: () => Promise<T>) {
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
    loaded: (): T | undefined => loaded,
    load: loadOnce,
    /** Loads the module, with retries, and then calls `callback`. Returns an unsubscribe function. */
    whenLoaded: (
      callback: (module: T) => void,
      onFailure?: (cause: unknown) => void,
    ): (() => void) => {
      let isWaiting = true;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const tryLoad = async (): Promise<void> => {
        try {
          await loadOnce();
        } catch (cause) {
          if (!isWaiting) return;
          timer = setTimeout(() => void tryLoad(), retryMs);
          onFailure?.(cause);
        }
        if (loaded && isWaiting) callback(loaded);
      };
      if (loaded) callback(loaded);
      else void tryLoad();
      return () => {
        isWaiting = false;
        clearTimeout(timer);
      };
    },
  };
}
