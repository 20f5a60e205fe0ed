import { afterEach, expect, test, vi } from "vitest";
import { saveFiles } from "./saveFiles.ts";

const zip = vi.hoisted(() => ({ isThere: true }));

vi.mock("client-zip", () => ({
  downloadZip: () => {
    if (zip.isThere) return new Response();
    throw new TypeError("Failed to fetch dynamically imported module");
  },
}));

afterEach(() => {
  vi.restoreAllMocks();
  zip.isThere = true;
});

async function save(names: readonly string[]): Promise<readonly string[]> {
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download);
  });
  await saveFiles(
    names.map((name) => ({ name, blob: new Blob() })),
    "all.zip",
  );
  return saved;
}

test("saves several files as one archive, a single file as is, and nothing for no files", async () => {
  expect(await save(["a.png", "b.png"])).toEqual(["all.zip"]);
  expect(await save(["a.png"])).toEqual(["a.png"]);
  expect(await save([])).toEqual([]);
});

test("saves files one by one if archiving fails", async () => {
  zip.isThere = false;
  expect(await save(["a.png", "b.png"])).toEqual(["a.png", "b.png"]);
});
