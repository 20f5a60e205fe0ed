import { pause } from "./pause.ts";

export async function settlesWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  const settled = work.then(() => true);
  if (ms === Infinity) return settled;
  const stop = new AbortController();
  const late = pause(ms, { signal: stop.signal, isBackground: true }).then(() => false);
  return Promise.race([settled, late]).finally(() => stop.abort());
}
