import { expect, test } from "vitest";
import { imageFileLimit, megabytes, readImageFile } from "./readImageFile.ts";

const file = (bytes: number, type: string) => new File([new Uint8Array(bytes)], "a", { type });

test("a picture becomes a data URL of its own type", async () => {
  const read = await readImageFile(new File(["abc"], "a.png", { type: "image/png" }));
  expect(read).toEqual({ dataUrl: "data:image/png;base64,YWJj" });
});

test("what is no picture is refused", async () => {
  expect(await readImageFile(file(3, "text/plain"))).toEqual({ refused: "not-an-image" });
  expect(await readImageFile(file(3, ""))).toEqual({ refused: "not-an-image" });
});

test("the limit itself is taken, a byte more is not", async () => {
  expect(await readImageFile(file(imageFileLimit, "image/png"))).toHaveProperty("dataUrl");
  expect(await readImageFile(file(imageFileLimit + 1, "image/png"))).toEqual({
    refused: "too-large",
  });
});

test("sizes are said with one digit, and never as nothing", () => {
  expect(megabytes(imageFileLimit)).toBe("8");
  expect(megabytes(1_600_000)).toBe("1.5");
  expect(megabytes(10)).toBe("0.1");
});
