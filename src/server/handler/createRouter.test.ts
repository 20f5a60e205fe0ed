import { expect, test } from "vitest";
import type { HandlerRoute } from "../routes/handlerRoute.ts";
import { createRouter } from "./createRouter.ts";

const route: HandlerRoute = { path: "v2/:model", verb: "POST", answer: () => new Response() };
const findRoute = createRouter([route]);
const nameIn = (path: string) => findRoute(path)?.name;

test("ignores trailing slashes, but not other slashes", () => {
  expect(nameIn("/v2/sdxl")).toBe("sdxl");
  expect(nameIn("/v2/sdxl///")).toBe("sdxl");
  for (const path of [
    "/v2",
    "/v2/",
    "//v2/sdxl",
    "/v2//sdxl",
    "/v2/sdxl/x",
    "/v2/a%62",
    "/v2/a;b",
  ]) {
    expect(nameIn(path)).toBeUndefined();
  }
});

test("matches a path of slashes in linear time", () => {
  expect(nameIn(`/v2/sdxl${"/".repeat(300_000)}`)).toBe("sdxl");
  expect(nameIn(`${"/".repeat(300_000)}x`)).toBeUndefined();
});
