import { expect, test } from "vitest";
import { createFiles } from "./createFiles.ts";
import { createJobs, type SandboxJob } from "./createJobs.ts";

const idOf = (url: string): string => /([0-9a-f]{32})\.\w+$/.exec(url)?.[1] ?? "";

test("drops the oldest uploads beyond 100 MB", () => {
  const files = createFiles("/files/");
  const upload = () =>
    files.upload({ bytes: new Uint8Array(40_000_000), contentType: "image/png" }, 0);
  const [first, second, third] = [upload(), upload(), upload()] as const;
  expect(first).toMatch(/^\/files\/assets\/[0-9a-f]{32}\.png$/);
  expect([first, second, third].map((url) => files.find(idOf(url), 1) !== undefined)).toEqual([
    false,
    true,
    true,
  ]);
});

const jobOf = (requestId: string, image = ""): SandboxJob =>
  ({ requestId, submittedAt: 0, input: { image, samples: 1 } }) as unknown as SandboxJob;

test("drops the oldest job when inputs exceed 100 million characters", () => {
  const jobs = createJobs({ publishes: false });
  for (const id of ["a", "b", "c"]) jobs.add(jobOf(id, "a".repeat(40_000_000)));
  expect(["a", "b", "c"].filter((id) => jobs.find(id, 1))).toEqual(["b", "c"]);
});

test("keeps only 200 jobs in memory when images are published", () => {
  const jobs = createJobs({ publishes: true });
  for (let id = 0; id <= 200; id++) jobs.add(jobOf(String(id)));
  expect(["0", "1", "200"].filter((id) => jobs.find(id, 1))).toEqual(["1", "200"]);
});
