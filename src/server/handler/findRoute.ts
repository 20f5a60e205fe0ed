import type { HandlerRoute } from "../routes/handlerRoute.ts";

export type FoundRoute = NonNullable<ReturnType<typeof findRoute>>;

export function findRoute(routes: readonly HandlerRoute[], path: string) {
  for (const route of routes) {
    const pattern = route.path.replace(/:\w+/, "([\\w.~-]+)");
    const match = new RegExp(`^/${pattern}/*$`).exec(path);
    if (match) return { route, name: match[1] ?? "" };
  }
  return undefined;
}
