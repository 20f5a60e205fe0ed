import type { HandlerUser } from "../options/handlerOptions.ts";
import type { Host } from "./createHost.ts";

/** A request that was let in. */
export interface RouteRequest {
  readonly host: Host;
  readonly request: Request;
  readonly url: URL;
  /** What `authorize` returned. */
  readonly user: HandlerUser;
  readonly userId: string;
  /** Whose limits it counts in: the user, or with `authorize: "public"` whom the host tells apart. */
  readonly caller: string;
  /** What stands in the path where the pattern has a name: a model's id or a ticket. */
  readonly name: string;
}

/** One address of the handler. */
export interface HandlerRoute {
  /** Below the base path; one segment that begins with ":" takes any id. */
  readonly path: string;
  readonly verb: "GET" | "POST";
  /** Answers without asking who it is. */
  readonly open?: boolean;
  answer(visit: RouteRequest): Response | Promise<Response>;
}

/** No escapes, no dots alone: an id that needs them is none of ours. */
const idPattern = /^[\w.~-]+$/;

function readName(pattern: readonly string[], path: readonly string[]): string | undefined {
  if (pattern.length !== path.length) return undefined;
  let name = "";
  for (const [index, part] of pattern.entries()) {
    const given = path[index] ?? "";
    if (!part.startsWith(":")) {
      if (part !== given) return undefined;
    } else if (idPattern.test(given)) {
      name = given;
    } else {
      return undefined;
    }
  }
  return name;
}

function withoutSlashesAtEnd(path: string): string {
  let end = path.length;
  while (path[end - 1] === "/") end -= 1;
  return path.slice(0, end);
}

/** The route that a path below the base path leads to, and what stands in it. Slashes at the end make no difference. */
export function findRoute(
  routes: readonly HandlerRoute[],
  path: string,
): { readonly route: HandlerRoute; readonly name: string } | undefined {
  const segments = withoutSlashesAtEnd(path).split("/").slice(1);
  for (const route of routes) {
    const name = readName(route.path.split("/"), segments);
    if (name !== undefined) return { route, name };
  }
  return undefined;
}
