import { expectTypeOf, test } from "vitest";
import { createSandboxHandler } from "../../sandbox/createSandboxHandler.ts";
import { toNextHandlers } from "../adapters/next.ts";
import { toFastifyPlugin } from "../adapters/toFastifyPlugin.ts";
import { toNextPagesHandler } from "../adapters/toNextPagesHandler.ts";
import { toNodeListener } from "../adapters/toNodeListener.ts";
import { segmind } from "../backends/segmind.ts";
import type { HandlerUser, EndedJob } from "../options/hookEvents.ts";
import { createHandler } from "./createHandler.ts";
import type { Handler } from "./handler.ts";

const given = { backend: segmind({ apiKey: "SG_0123456789abcdef" }), models: [], secret: "" };

test("passes the user from authorize to the hooks", () => {
  createHandler({
    ...given,
    authorize: async (request) =>
      request.headers.has("cookie") ? { userId: "ada", org: { plan: "pro" } } : null,
    beforeSubmit({ user }) {
      expectTypeOf(user).toEqualTypeOf<{ userId: string; org: { plan: string } }>();
    },
    onJobEnd({ user, input }) {
      expectTypeOf(user.userId).toEqualTypeOf<string>();
      expectTypeOf(user.org).toEqualTypeOf<{ plan: string } | undefined>();
      expectTypeOf(input).toEqualTypeOf<Readonly<Record<string, unknown>> | undefined>();
    },
  });
});

test("passes the user from authorize to the sandbox handler's hooks", () => {
  createSandboxHandler({
    authorize: async () => ({ userId: "ada", org: { plan: "pro" } }),
    beforeSubmit({ user }) {
      expectTypeOf(user).toEqualTypeOf<{ userId: string; org: { plan: string } }>();
    },
  });
  createSandboxHandler({ beforeSubmit: ({ user }) => void expectTypeOf(user.userId).toBeString() });
});

test("gives the hooks of a public handler only a userId", () => {
  createHandler({
    ...given,
    authorize: "public",
    beforeSubmit: ({ user }) => void expectTypeOf(user).toEqualTypeOf<HandlerUser>(),
    onJobEnd: ({ user }) => {
      // @ts-expect-error nothing returned an org
      return void user.org;
    },
  });
  // @ts-expect-error a user must have a userId
  createHandler({ ...given, authorize: () => ({ id: "ada" }) });
});

test("every adapter accepts a handler", () => {
  const handler = createHandler({ ...given, authorize: () => ({ userId: "ada", org: "acme" }) });
  expectTypeOf(handler).toEqualTypeOf<Handler>();
  toNodeListener(handler);
  toFastifyPlugin(handler);
  toNextPagesHandler(handler);
  toNextHandlers(handler);
  expectTypeOf<EndedJob["state"]>().toEqualTypeOf<
    "completed" | "failed" | "canceled" | "expired"
  >();
});
