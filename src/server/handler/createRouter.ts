import type { HandlerRoute } from "../routes/handlerRoute.ts";

export interface FoundRoute {
  readonly route: HandlerRoute;
  readonly name: string;
}

export type Router = (path: string) => FoundRoute | undefined;

export function createRouter(routes: readonly HandlerRoute[]): Router {
  const patterns = routes.map((route) => {
    const pattern = route.path.replace(/:\w+/, "([\\w.~-]+)");
    return { route, expression: new RegExp(`^/${pattern}/*$`) };
  });
  return (path) => {
    for (const { route, expression } of patterns) {
      const match = expression.exec(path);
      if (match) return { route, name: match[1] ?? "" };
    }
    return undefined;
  };
}
