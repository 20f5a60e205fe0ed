import { expect, test, vi } from "vitest";
import { readBytes } from "./readBytes.ts";

function endless() {
  const pull = vi.fn((controller: ReadableStreamDefaultController<Uint8Array>) => {
    controller.enqueue(new Uint8Array(1_000));
  });
  const cancel = vi.fn();
  return { stream: new ReadableStream<Uint8Array>({ pull, cancel }), pull, cancel };
}

test("reads a whole body up to the limit", async () => {
  const body = () => new Response("twelve bytes").body;
  expect(new TextDecoder().decode(await readBytes(body(), 12))).toBe("twelve bytes");
  expect(await readBytes(body(), 11)).toBeUndefined();
  expect(await readBytes(null, 11)).toEqual(new Uint8Array());
});

test("stops reading an endless body at the limit", async () => {
  const { stream, pull, cancel } = endless();
  expect(await readBytes(stream, 5_000)).toBeUndefined();
  expect(pull.mock.calls.length).toBeLessThan(9);
  expect(cancel).toHaveBeenCalledTimes(1);
});
