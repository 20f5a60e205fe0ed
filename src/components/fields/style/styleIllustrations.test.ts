import { expect, test } from "vitest";
import { sdxlStyles } from "../../../models/catalog/sdxlStyles.ts";
import { styleIllustrations } from "./styleIllustrations.ts";

test("has a different image for each style, of about 2 kB", async () => {
  const { images, areIllustrations } = await styleIllustrations();
  expect(areIllustrations).toBe(true);
  expect(Object.keys(images)).toEqual(sdxlStyles.map(({ value }) => value));
  const urls = Object.values(images);
  expect(new Set(urls).size).toBe(104);
  for (const url of urls) {
    const bytes = Buffer.from(url.replace("data:image/webp;base64,", ""), "base64");
    expect(bytes.toString("latin1", 0, 4)).toBe("RIFF");
    expect(bytes.toString("latin1", 8, 12)).toBe("WEBP");
    expect(bytes.length).toBeLessThan(6_000);
  }
});
