/** In Node 20 and 22, `URL.canParse` returns false for letters like "ü" after some 4,000 calls. */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
