import { expect, test } from "vitest";
import { createTestStack } from "../../../test/createTestStack.ts";
import { mounts } from "../../../test/mounts.ts";
import {
  foreignSpellings,
  malformedSpellings,
  resolvedSpellings,
} from "../../../test/pathSpellings.ts";
import { readUrl } from "./readUrl.ts";

const origin = "https://app.example";

test.each(["plain web", "Hono", "Next, App Router"])(
  "%s: routes no encoded spelling of a path",
  async (mount) => {
    const { handler, events } = createTestStack({ handler: { expose: { credits: true } } });
    const { ask } = (await mounts[mount]?.(handler, "/api/easel")) ?? {};
    const statusOf = async (path: string) => `${(await ask?.(path))?.status} ${path}`;
    for (const path of foreignSpellings("/api/easel")) {
      expect(await statusOf(path)).toBe(`404 ${path}`);
    }
    for (const path of malformedSpellings("/api/easel")) {
      expect(await statusOf(path)).toMatch(/^40[04] /);
    }
    expect(events.filter(({ type }) => type === "upstream")).toEqual([]);
    // The platform resolves these before any code sees the path, an app's guard included.
    for (const path of resolvedSpellings("/api/easel")) {
      expect(new URL(`${origin}${path}`).pathname).toBe("/api/easel/credits");
    }
  },
);

test("responds with 400 to an invalid URL, and reports it", async () => {
  const { handler, events, askJson } = createTestStack();
  for (const path of malformedSpellings("")) {
    expect(await askJson(path)).toMatchObject({ status: 400, body: { code: "invalid_request" } });
  }
  // As Hono's adapter for Node makes it from a bad Host header.
  const request = new Proxy(new Request(`${origin}/api/easel/health`), {
    get(target, name) {
      if (name === "url") throw new TypeError("Invalid URL");
      return Reflect.get(target, name, target) as unknown;
    },
  });
  expect(readUrl(request)).toBeUndefined();
  expect((await handler(request)).status).toBe(400);
  expect(events.at(-1)).toEqual({
    type: "refused",
    route: "",
    status: 400,
    code: "invalid_request",
  });
});
