import { afterEach, expect, test, vi } from "vitest";
import type { Client } from "../client/client.ts";

const unreachable = () => Promise.reject(new Error("No request is expected."));
const client: Client = { submit: unreachable, getStatus: unreachable, getResult: unreachable };
const photo = new Blob([new Uint8Array(100)]);

afterEach(() => {
  vi.doUnmock("./prepareInWorker.ts");
});

test("returns a retryable failure if the code that prepares images can't be loaded", async () => {
  vi.resetModules();
  vi.doMock("./prepareInWorker.ts", () => {
    throw new TypeError("Failed to fetch dynamically imported module");
  });
  const { uploadInputImage } = await import("./uploadInputImage.ts");
  const steps: string[] = [];
  const uploaded = await uploadInputImage(photo, {
    client,
    onStep: (step) => void steps.push(step),
  });
  expect(uploaded).toMatchObject({
    failure: { code: "upload", error: { code: "not_loaded", charged: "no", retry: "safe" } },
  });
  expect(steps).toEqual(["checking", "shrinking"]);
});
