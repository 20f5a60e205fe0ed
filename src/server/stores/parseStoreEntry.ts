/** Returns undefined for an absent or damaged entry. */
export function parseStoreEntry(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
