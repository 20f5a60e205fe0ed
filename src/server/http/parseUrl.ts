/** `URL.canParse` of Node 20 and 22 returns false for letters like "ü" after some 4,000 calls. */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
