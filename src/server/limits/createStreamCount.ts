/** Returns a function that releases the stream, to be called once; undefined when there are too many. */
export type OpenStream = (caller: string) => (() => void) | undefined;

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
