import { expect, test, vi } from "vitest";
import { readBody } from "./readBody.ts";

const url = "https://host.example/api/easel/v2/sdxl-torch";
const post = (body: BodyInit) => new Request(url, { method: "POST", body });

/** As Firefox has it. */
const withoutStream = (request: Request): Request =>
  new Proxy(request, {
    has: (target, name) => name !== "body" && name in target,
    get(target, name) {
      if (name === "body") return undefined;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });

test.each([
  ["with a stream", post],
  ["without a stream", (body: BodyInit) => withoutStream(post(body))],
])("reads a request's body up to the limit %s", async (_, send) => {
  const report = vi.fn();
  const read = async (body: BodyInit, maxBytes: number) =>
    new TextDecoder().decode(await readBody(report, send(body), maxBytes));
  expect(await read('{"prompt":"é"}', 15)).toBe('{"prompt":"é"}');
  await expect(read('{"prompt":"é"}', 14)).rejects.toMatchObject({ code: "too_large" });
  const empty = new Request(url, { method: "POST" });
  expect(await readBody(report, empty, 10)).toEqual(new Uint8Array());
  expect(report).not.toHaveBeenCalled();
});
