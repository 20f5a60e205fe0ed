import { expect, test } from "vitest";
import { formatBytes } from "./formatBytes.ts";

test("formats a size for the locale in kB or MB, with a minimum of 1 kB", () => {
  const said = (bytes: number, locale = "en") => formatBytes(bytes, locale).replaceAll(/\s/g, " ");
  expect(said(3_234_567)).toBe("3.2 MB");
  expect(said(180_400)).toBe("180 kB");
  expect(said(10)).toBe("1 kB");
  expect(said(3_234_567, "de")).toBe("3,2 MB");
});
