const most = 1_000_000_000;

/** Returns the requested seed, or a random one for -1 and none. */
export function readSeed(asked: unknown): number {
  if (Number.isSafeInteger(asked) && Number(asked) >= 0) return Number(asked);
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % most;
}
