/** Parses a URL without `URL.canParse`, which fails for letters like "ü" after about 4,000 calls in Node 20 and 22. */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
