/** A path from the root of the site, or a whole address. */
const form = /^(\/(?![/\\])|[a-z][a-z\d+.-]*:\/\/(?!\/))[^\s\\?#]*$/i;

/** `URL.canParse` is missing in Safari 16. */
function canParse(url: string): boolean {
  try {
    return new URL(url, "http://localhost").href !== "";
  } catch {
    return false;
  }
}

/**
 * Returns the address of a backend without slashes at its end.
 *
 * @throws TypeError for anything but a path from the root of the site or a whole address
 */
export function readBaseUrl(baseUrl: string): string {
  // JavaScript gives an unset environment variable as undefined, null or "".
  if (form.test(baseUrl) && canParse(baseUrl)) return baseUrl.replace(/\/+$/, "");
  throw new TypeError(
    `createClient: baseUrl ${JSON.stringify(baseUrl)} would send requests elsewhere: a path without a slash is relative to each page, and two slashes name a host. Write where createHandler is mounted, as in "/api/easel" or "https://api.example.com/easel", without query or hash.`,
  );
}
