/** Parses an entry of the store. Undefined when it is absent or damaged. */
export function parseStoreEntry(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
