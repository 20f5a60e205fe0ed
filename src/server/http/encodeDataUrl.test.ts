import { Buffer } from "node:buffer";
import { afterEach, describe, expect, test, vi } from "vitest";
import { encodeDataUrl } from "./encodeDataUrl.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const fileOf = (length: number) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256);
  return { bytes, file: new Blob([bytes], { type: "image/png" }) };
};

describe.each(["with", "without"])("%s Buffer", (kind) => {
  test.each([0, 1, 2, 3, 23_999, 24_000, 24_001, 48_000, 100_003])(
    "encodes a file of %i bytes without changing it",
    async (length) => {
      if (kind === "without") vi.stubGlobal("Buffer", undefined);
      const { bytes, file } = fileOf(length);
      const url = await encodeDataUrl(file);
      const [, base64 = ""] = /^data:image\/png;base64,([A-Za-z0-9+/]*={0,2})$/.exec(url) ?? [];
      expect(Buffer.from(base64, "base64").equals(bytes)).toBe(true);
    },
  );
});

test("doesn't encode in pieces with Buffer", async () => {
  const encode = vi.spyOn(globalThis, "btoa");
  await encodeDataUrl(fileOf(1_000_000).file);
  expect(encode).not.toHaveBeenCalled();
});

test("lets other work run at least every 200 kB without Buffer", async () => {
  vi.stubGlobal("Buffer", undefined);
  const encode = vi.spyOn(globalThis, "btoa");
  const encoded: number[] = [];
  const count = () => {
    encoded.push(encode.mock.calls.length);
    timer = setTimeout(count, 0);
  };
  let timer = setTimeout(count, 0);
  await encodeDataUrl(fileOf(2_000_000).file);
  clearTimeout(timer);
  encoded.push(encode.mock.calls.length);
  const steps = encoded.map((calls, index) => calls - (encoded[index - 1] ?? 0));
  expect(Math.max(...steps)).toBeLessThanOrEqual(8);
  expect(encode).toHaveBeenCalledTimes(84);
});
