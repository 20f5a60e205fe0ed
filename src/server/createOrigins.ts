export interface Origins {
  /** Whether a request that changes something came from a page of another site. */
  isCrossSite(request: Request): boolean;
  /** What a page of an allowed origin needs in order to read the answer. */
  headersFor(request: Request): Readonly<Record<string, string>>;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** The hosts that this app is reached under. No page can set these headers on a request to another site. */
function ownHosts(request: Request): readonly (string | null | undefined)[] {
  const forwarded = request.headers.get("x-forwarded-host")?.split(",", 1)[0]?.trim();
  return [new URL(request.url).host, request.headers.get("host"), forwarded];
}

/**
 * Tells the app's own pages from others by what browsers say and pages can't forge: `Sec-Fetch-Site` and `Origin`. Only
 * hosts are compared, because a proxy that ends TLS hides the scheme.
 *
 * @throws TypeError when an entry is not an origin
 */
export function createOrigins(allowed: readonly string[]): Origins {
  for (const origin of allowed) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new TypeError(
        `createHandler: allowedOrigins has "${origin}", which no browser sends as an origin, so it would never match. Write scheme, host and port only: "https://app.example.com". "*" is not offered: every site could spend your credits.`,
      );
    }
  }
  const isAllowed = (origin: string | null): origin is string =>
    origin !== null && allowed.includes(origin);

  return {
    isCrossSite(request) {
      const origin = request.headers.get("origin");
      if (isAllowed(origin)) return false;
      const site = request.headers.get("sec-fetch-site") ?? "none";
      if (site !== "same-origin" && site !== "none") return true;
      const host = origin === null ? undefined : hostOf(origin);
      return origin !== null && (!host || !ownHosts(request).includes(host));
    },
    headersFor(request) {
      const origin = request.headers.get("origin");
      if (!isAllowed(origin)) return allowed.length > 0 ? { vary: "origin" } : {};
      const asked = request.headers.get("access-control-request-headers");
      return {
        vary: "origin",
        "access-control-allow-origin": origin,
        "access-control-allow-credentials": "true",
        "access-control-expose-headers": "retry-after, retry-after-ms, easel-attempts",
        ...(asked === null ? {} : { "access-control-allow-headers": asked }),
      };
    },
  };
}
