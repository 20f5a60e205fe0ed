import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createTestStack } from "../../../test/createTestStack.ts";
import { isErrorCode } from "../../protocol/errorTable.ts";

const segment = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.constantFrom("..", "%2e", "\\", "~"),
);
const path = fc
  .array(
    fc.oneof(segment, fc.constantFrom("v2", "requests", "status", "sdxl-torch", "asset", "config")),
  )
  .map((parts) => parts.map((part) => encodeURIComponent(part)).join("/"));
const headerText = fc.stringMatching(/^[\x20-\x7e]*$/);
const headers = fc.record(
  {
    "content-type": fc.oneof(fc.constant("application/json"), headerText),
    "idempotency-key": headerText,
    origin: fc.oneof(fc.constant("https://host.example"), headerText),
    "content-length": headerText,
    "x-forwarded-host": headerText,
  },
  { requiredKeys: ["content-type"] },
);

test("responds to any request without exposing secrets or sending unintended requests", async () => {
  const { ask, sandbox } = createTestStack();
  const verb = fc.constantFrom("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH");
  const body = fc.oneof(fc.json(), fc.string(), fc.constant('{"prompt":"a fox"}'));
  await fc.assert(
    fc.asyncProperty(path, verb, headers, body, async (below, method, given, sent) => {
      const before = sandbox.log.length;
      const init = { method, headers: given, ...(/GET|HEAD/.test(method) ? {} : { body: sent }) };
      const answer = await ask(`/${below}`, init);
      const text = await answer.text();
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(JSON.stringify([text, ...answer.headers])).not.toMatch(/SG_0|secret of/);
      expect(answer.status).not.toBe(500);
      if (answer.status < 400) return;
      if (method !== "HEAD") {
        expect(JSON.parse(text)).toMatchObject({ error: expect.any(String) as string });
        expect(isErrorCode((JSON.parse(text) as { code: unknown }).code)).toBe(true);
      }
      expect(sandbox.log).toHaveLength(before);
    }),
    { numRuns: 1_000 },
  );
});
