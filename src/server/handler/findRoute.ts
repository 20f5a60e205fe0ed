import type { HandlerRoute } from "../routes/handlerRoute.ts";

export interface FoundRoute {
  readonly route: HandlerRoute;
  readonly name: string;
}

export function findRoute(routes: readonly HandlerRoute[], path: string): FoundRoute | undefined {
  for (const route of routes) {
    const pattern = route.path.replace(/:\w+/, "([\\w.~-]+)");
    const match = new RegExp(`^/${pattern}/*$`).exec(path);
    if (match) return { route, name: match[1] ?? "" };
  }
  return undefined;
}
