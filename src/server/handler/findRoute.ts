import type { HandlerRoute } from "../routes/handlerRoute.ts";

export interface FoundRoute {
  readonly route: HandlerRoute;
  readonly name: string;
}

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

function withoutTrailingSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === "/") end -= 1;
  return path.slice(0, end);
}

/** Returns the route of a path below the base path. Trailing slashes are ignored. */
export function findRoute(routes: readonly HandlerRoute[], path: string): FoundRoute | undefined {
  const segments = withoutTrailingSlashes(path).split("/").slice(1);
  for (const route of routes) {
    const name = readName(route.path.split("/"), segments);
    if (name !== undefined) return { route, name };
  }
  return undefined;
}
