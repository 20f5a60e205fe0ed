const refuse = (baseUrl: unknown, why: string): never => {
  throw new TypeError(
    `createClient: baseUrl ${JSON.stringify(baseUrl)} ${why} Write the path where createHandler is mounted, as in "/api/easel", or a whole address, as in "https://api.example.com/easel".`,
  );
};

/**
 * Returns the address of a backend without slashes at its end.
 *
 * @throws TypeError for anything but a path from the root of the site or a whole address, with the reason and the fix.
 */
export function readBaseUrl(baseUrl: string): string {
  // JavaScript gives an unset environment variable as undefined, null or "".
  if (typeof baseUrl !== "string" || baseUrl.trim() === "") return refuse(baseUrl, "is empty.");
  if (/[\s\\?#]/.test(baseUrl)) {
    return refuse(
      baseUrl,
      "has a space, a backslash, a query or a hash, which requests can't be appended to.",
    );
  }
  if (/^\/{2}/.test(baseUrl) && /[^/]/.test(baseUrl)) {
    return refuse(baseUrl, "starts with two slashes, which a browser reads as the name of a host.");
  }
  const isAbsolute = /^[a-z][a-z\d+.-]*:\/\//i.test(baseUrl);
  if (isAbsolute && !URL.canParse(baseUrl)) return refuse(baseUrl, "is no valid address.");
  if (!isAbsolute && !baseUrl.startsWith("/")) {
    return refuse(baseUrl, "would be read relative to the path of each page.");
  }
  return baseUrl.replace(/\/+$/, "");
}
