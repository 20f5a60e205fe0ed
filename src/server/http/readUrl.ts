const brokenEscape = /%(?![\da-f]{2})/i;

export function readUrl(request: Request): URL | undefined {
  try {
    // On some platforms, `request.url` is computed on access, which can throw.
    const url = new URL(request.url);
    return brokenEscape.test(url.pathname + url.search) ? undefined : url;
  } catch {
    return undefined;
  }
}
