import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Client } from "../../client/client.ts";
import { EaselProvider } from "../../hooks/EaselProvider.tsx";
import type { Attempt } from "../../ledger/attempt.ts";
import { memoryStorage } from "../../ledger/memoryStorage.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import type { EaselErrorCode } from "../../protocol/errorTable.ts";
import { Studio } from "./Studio.tsx";

const unasked = () => new Promise<never>(() => {});
const client: Client = { submit: unasked, getStatus: unasked, getResult: unasked };

function attempt(index: number, change: Partial<Attempt>): Attempt {
  const requestId = `job-${index}`;
  return {
    attemptId: `run-${String(index).padStart(3, "0")}`,
    modelId: sdxlTorch.id,
    scope: "studio",
    input: { prompt: `fox ${index}` },
    startedAt: Date.now() - 60_000 + index,
    pageId: "earlier",
    submit: "taken",
    requestId,
    detached: false,
    seen: true,
    ...change,
  };
}

afterEach(cleanup);

const failed = (code: EaselErrorCode) => ({
  error: new EaselError(code).toJSON(),
  endedAt: Date.now(),
});

test("tells the states of jobs apart by icon, name, and tooltip", async () => {
  const storage = memoryStorage();
  const states: readonly object[] = [
    failed("upstream_error"),
    failed("content_blocked"),
    failed("job_not_found"),
    failed("run_canceled"),
    { submit: "unknown", requestId: undefined },
    {},
  ];
  for (const [index, change] of states.entries()) {
    const one = { ...attempt(index + 1, {}), ...change, version: 1 };
    storage.set(`easel:::${one.attemptId}`, JSON.stringify(one));
  }
  render(
    <EaselProvider client={client} storage={storage}>
      <Studio models={[sdxlTorch]} />
    </EaselProvider>,
  );
  await screen.findByRole("navigation", { name: "Recent generations" });
  const marks = screen
    .getAllByRole("button", { name: /^Generation \d+,/ })
    .map((button) => [button.title, button.querySelector("svg")?.getAttribute("data-icon")]);
  expect(marks).toEqual([
    ["Generation 6, in queue: fox 6", "queued"],
    ["Generation 5, not confirmed: fox 5", "unknown"],
    ["Generation 4, stopped: fox 4", "canceled"],
    ["Generation 3, expired: fox 3", "expired"],
    ["Generation 2, blocked: fox 2", "blocked"],
    ["Generation 1, failed: fox 1", "failed"],
  ]);
});

test("shows the latest 20 of hundreds of jobs, and all pending ones", async () => {
  const storage = memoryStorage();
  for (let index = 1; index <= 300; index += 1) {
    const images = [{ url: `https://files.test/${index}.png` }];
    const result = { requestId: `job-${index}`, images, body: {} };
    const one = attempt(index, index === 7 ? {} : { result, endedAt: Date.now() });
    storage.set(`easel:::${one.attemptId}`, JSON.stringify({ ...one, version: 1 }));
  }
  render(
    <EaselProvider client={client} storage={storage}>
      <Studio models={[sdxlTorch]} />
    </EaselProvider>,
  );
  await screen.findByRole("navigation", { name: "Recent generations" });
  const names = screen
    .getAllByRole("button", { name: /^Generation \d+,/ })
    .map((button) => /\d+/.exec(button.getAttribute("aria-label") ?? "")?.[0]);
  const latest = Array.from({ length: 20 }, (_, place) => String(300 - place));
  expect(names).toEqual([...latest, "7"]);
});
