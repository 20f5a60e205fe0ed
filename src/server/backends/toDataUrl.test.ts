import { expect, test } from "vitest";
import { toDataUrl } from "./toDataUrl.ts";

test.each([0, 1, 2, 3, 23_999, 24_000, 24_001, 48_000, 100_003])(
  "a file of %i bytes comes out as it went in",
  async (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256);
    const url = await toDataUrl(new Blob([bytes], { type: "image/png" }));
    const [, base64 = ""] = /^data:image\/png;base64,([A-Za-z0-9+/]*={0,2})$/.exec(url) ?? [];
    expect(Buffer.from(base64, "base64").equals(bytes)).toBe(true);
  },
);
