import { parseUrl } from "../http/parseUrl.ts";

function hostOf(origin: string): string | undefined {
  const url = parseUrl(origin);
  return url && /^https?:$/.test(url.protocol) ? url.host : undefined;
}

/** Returns the app's hosts, based on request headers that pages on other sites can't set. */
export function ownHosts(request: Request): readonly string[] {
  const first = (name: string): string | undefined =>
    request.headers.get(name)?.split(",", 1)[0]?.trim();
  const forwarded = first("x-forwarded-host");
  const port = first("x-forwarded-port");
  const inForwarded = /(?:^|;)\s*host="?([^";]+)"?/i.exec(first("forwarded") ?? "")?.[1];
  const hosts = [new URL(request.url).host, first("host"), forwarded, inForwarded];
  const withPort = port === undefined ? [] : hosts.map((host) => host && `${host}:${port}`);
  return [...hosts, ...withPort].flatMap((host = "") => {
    // A proxy that terminates TLS can add the default port of http or https.
    return hostOf(`http://${host.trim().replace(/:(80|443)$/, "")}`) ?? [];
  });
}

/** Returns an origin in normalized form. `URL.origin` is "null" for native apps' schemes (`capacitor:`, `tauri:`). */
function normalizeOrigin(text: string): string | undefined {
  const url = /^[a-z][a-z\d+.-]*:\/\/[^\s/?#@*\\]+$/i.test(text) ? parseUrl(text) : undefined;
  return url && `${url.protocol}//${url.host}`.toLowerCase();
}

function checkOrigin(given: unknown): string {
  const text = String(given);
  const origin = normalizeOrigin(text);
  if (origin !== undefined) return origin;
  const why =
    text === "null"
      ? '"null" is the origin of every sandboxed frame and local file, so any site could spend your credits'
      : text.includes("*")
        ? "with a wildcard, any site could spend your credits"
        : "no browser sends it as an origin, so it would never match";
  throw new TypeError(
    `createHandler: allowedOrigins contains "${text}", but ${why}. Pass only the scheme, host, and port, such as "https://app.example.com" or "capacitor://localhost".`,
  );
}

/** Recognizes the app's pages by headers that pages can't forge. Ignores the scheme, because a proxy can hide it. */
export function createOrigins(allowedOrigins: readonly string[]) {
  const allowed = new Set(allowedOrigins.map(checkOrigin));
  const isAllowed = (origin: string): boolean => allowed.has(origin);

  return {
    refuse(request: Request): string | undefined {
      const origin = request.headers.get("origin");
      const site = request.headers.get("sec-fetch-site") ?? "none";
      if (site === "same-origin" || (origin !== null && isAllowed(origin))) return undefined;
      const hosts = ownHosts(request);
      if (site === "none") {
        if (origin === null) return undefined;
        const host = hostOf(origin);
        if (host !== undefined && hosts.includes(host)) return undefined;
      }
      const from =
        origin === null
          ? `The browser marked the request as ${site}`
          : `The page's origin is "${origin.slice(0, 200)}"`;
      return `${from}, but the app is served at "${new URL(request.url).origin}", so the request looks cross-site. If that page is yours, add its origin to allowedOrigins. Behind a proxy, forward the Host header or send X-Forwarded-Host, and set trustProxy in the Node adapter.`;
    },
    headersFor(request: Request): Readonly<Record<string, string>> {
      const origin = request.headers.get("origin");
      if (origin === null || !isAllowed(origin)) return allowed.size > 0 ? { vary: "origin" } : {};
      const asked = request.headers.get("access-control-request-headers");
      return {
        vary: "origin",
        "access-control-allow-origin": origin,
        "access-control-allow-credentials": "true",
        "access-control-expose-headers": "date, retry-after, retry-after-ms, easel-attempts",
        ...(asked === null ? {} : { "access-control-allow-headers": asked }),
      };
    },
  };
}
