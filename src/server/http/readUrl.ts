const brokenEscape = /%(?![\da-f]{2})/i;

/** Parses a request's URL. Returns undefined for a host that isn't one and for a `%` without two hexadecimal digits. */
export function readUrl(request: Request): URL | undefined {
  try {
    // Some platforms only make the URL when it is read.
    const url = new URL(request.url);
    return brokenEscape.test(url.pathname + url.search) ? undefined : url;
  } catch {
    return undefined;
  }
}
