/** Counts an open stream. Returns the function that releases it, to be called once; undefined when there are too many. */
export type OpenStream = (caller: string) => (() => void) | undefined;

/** Limits each caller's open streams in this process. */
export function createStreamCount(atOnce: number): OpenStream {
  const open = new Map<string, number>();
  return (caller) => {
    const others = open.get(caller) ?? 0;
    if (others >= atOnce) return undefined;
    open.set(caller, others + 1);
    return () => {
      const left = (open.get(caller) ?? 1) - 1;
      if (left > 0) open.set(caller, left);
      else open.delete(caller);
    };
  };
}
