const baseUrlPattern = /^(\/(?![/\\])|[a-z][a-z\d+.-]*:\/\/(?!\/))[^\s\\?#]*$/i;

/** Returns whether a URL is valid. Safari 16 doesn't support `URL.canParse`. */
function canParse(url: string): boolean {
  try {
    return new URL(url, "http://localhost").href !== "";
  } catch {
    return false;
  }
}

/** Returns an address without trailing slashes. @throws TypeError unless it's a URL or a path with a leading slash */
export function readBaseUrl(baseUrl: string): string {
  if (baseUrlPattern.test(baseUrl) && canParse(baseUrl)) return baseUrl.replace(/\/+$/, "");
  throw new TypeError(
    `createClient: baseUrl ${JSON.stringify(baseUrl)} would send requests to the wrong address: a path without a leading slash is relative to each page, and // starts a host name. Use createHandler's address, such as "/api/easel" or "https://api.example.com/easel", without a query or hash.`,
  );
}
