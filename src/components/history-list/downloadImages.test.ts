import { afterEach, expect, test, vi } from "vitest";
import type { Client } from "../../client/client.ts";
import type { Job } from "../../runtime/job.ts";
import { downloadImages } from "./downloadImages.ts";

afterEach(() => void vi.unstubAllGlobals());

const job = (prompt: string, urls: readonly string[]) =>
  ({
    input: { prompt },
    result: { requestId: prompt, seed: 7, images: urls.map((url) => ({ url })), body: {} },
  }) as unknown as Job;

const client = {
  getAsset: async (url: string) => {
    if (url.includes("gone")) throw new Error("gone");
    return new Blob([url], { type: "image/png" });
  },
} as unknown as Client;

function download(jobs: readonly Job[], signal = new AbortController().signal) {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("another origin")));
  const onProgress = vi.fn();
  return { onProgress, done: downloadImages({ jobs, client, models: [], signal, onProgress }) };
}

test("fetches images through the backend in order, each with a unique name", async () => {
  const { done, onProgress } = download([
    job("a fox", ["https://f.test/1", "https://f.test/2"]),
    job("a heron", ["https://f.test/3"]),
    job("a heron", ["https://f.test/4"]),
  ]);
  const { files, missing } = await done;
  expect(files.map(({ name }) => name)).toEqual([
    "a-fox-7-1.png",
    "a-fox-7-2.png",
    "a-heron-7.png",
    "a-heron-7 (2).png",
  ]);
  expect(await files[2]?.blob.text()).toBe("https://f.test/3");
  expect(missing).toEqual([]);
  expect(onProgress).toHaveBeenLastCalledWith(4, 4);
});

test("returns failures along with the other images", async () => {
  const { files, missing } = await download([
    job("a fox", ["https://f.test/gone"]),
    job("a heron", ["https://f.test/3"]),
  ]).done;
  expect(missing).toEqual(["a fox"]);
  expect(files).toHaveLength(1);
});

test("rejects when aborted", async () => {
  const controller = new AbortController();
  controller.abort();
  await expect(
    download([job("a fox", ["https://f.test/1"])], controller.signal).done,
  ).rejects.toThrow(/abort/i);
});
