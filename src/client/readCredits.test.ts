import { expect, test, vi } from "vitest";
import { createTestStack } from "../../test/createTestStack.ts";
import type { EaselError } from "../protocol/EaselError.ts";
import type { HandlerOptions } from "../server/options/handlerOptions.ts";
import { createClient } from "./createClient.ts";

const hostWith = (handler: Partial<HandlerOptions>) =>
  createTestStack({ sandbox: { credits: 12.5 }, handler }).client;

test("returns the balance if it is exposed", async () => {
  const client = hostWith({ expose: { credits: true } });
  expect(await client.getCredits?.()).toMatchObject({ credits: 12.5 });
});

test("returns undefined if the balance is hidden", async () => {
  expect(await hostWith({}).getCredits?.()).toBeUndefined();
});

const ask = (body: unknown, init: ResponseInit = {}) =>
  createClient({ fetcher: vi.fn(async () => Response.json(body, init)) })
    .getCredits?.()
    .catch((error: EaselError) => error.code);

test("reads free credits, and skips invalid amounts", async () => {
  expect(await ask({ credits: 0, "free-credits": 3 })).toEqual({ credits: 0, freeCredits: 3 });
  expect(await ask({ credits: 4, "free-credits": null })).toEqual({ credits: 4 });
});

test("rejects a response without a balance", async () => {
  expect(await ask({ credits: "many" })).toBe("bad_answer");
  expect(await ask({ error: "not you", code: "unauthorized" }, { status: 401 })).toBe(
    "unauthorized",
  );
});
