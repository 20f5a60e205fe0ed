/**
 * Counts each caller's open streams in this process.
 *
 * @returns a function that counts one and returns its way out, to be taken once; undefined when there are too many
 */
export function createStreamCount(atOnce: number): (caller: string) => (() => void) | undefined {
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
