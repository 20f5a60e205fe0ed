import { afterEach, expect, test, vi } from "vitest";
import type { Client } from "../../../client/client.ts";
import { EaselError } from "../../../protocol/EaselError.ts";
import { readImage } from "./readImage.ts";

const never = () => Promise.reject(new EaselError("network"));
const without: Client = { submit: never, getStatus: never, getResult: never };

afterEach(() => {
  vi.unstubAllGlobals();
});

test("reads a data URL without a request", async () => {
  const fetch = vi.fn(never);
  vi.stubGlobal("fetch", fetch);
  const inBase64 = await readImage(`data:image/png;base64,${btoa("bytes")}`, without);
  expect([inBase64.type, await inBase64.text()]).toEqual(["image/png", "bytes"]);
  const inText = await readImage("data:image/svg+xml,%3Csvg%2F%3E", without);
  expect([inText.type, await inText.text()]).toEqual(["image/svg+xml", "<svg/>"]);
  await expect(readImage("data:image/png;base64,%%%", without)).rejects.toMatchObject({
    code: "bad_answer",
  });
  expect(fetch).not.toHaveBeenCalled();
});

test("fetches from the image's host first", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("direct")));
  const blob = await readImage("https://files.test/1.png", without);
  expect(await blob.text()).toBe("direct");
});

test("falls back to the backend", async () => {
  const client = { ...without, getAsset: () => Promise.resolve(new Blob(["passed on"])) };
  for (const fetch of [never, () => Promise.resolve(new Response("", { status: 403 }))]) {
    vi.stubGlobal("fetch", fetch);
    const blob = await readImage("https://files.test/1.png", client);
    expect(await blob.text()).toBe("passed on");
  }
});

test("rejects if both fail", async () => {
  vi.stubGlobal("fetch", never);
  await expect(readImage("https://files.test/1.png", without)).rejects.toMatchObject({
    code: "network",
  });
});
