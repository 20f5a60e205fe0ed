import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Client } from "../../client/client.ts";
import { EaselProvider } from "../../hooks/EaselProvider.tsx";
import { memoryStorage } from "../../ledger/memoryStorage.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import type { JobStatus } from "../../protocol/wire.ts";
import * as HistoryList from "./historyListParts.ts";

beforeEach(() => {
  // The list is virtualized, so it needs a size, which the test environment doesn't compute.
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(80);
});
afterEach(cleanup);

async function show() {
  let answer: (status: Omit<JobStatus, "requestId">) => void = () => {};
  let fail: (cause: unknown) => void = () => {};
  const cancelJob = vi.fn<NonNullable<Client["cancelJob"]>>(
    (requestId) =>
      new Promise((resolve, reject) => {
        answer = (status) => resolve({ requestId, ...status });
        fail = reject;
      }),
  );
  const pending = () => new Promise<never>(() => {});
  const getResult: Client["getResult"] = async (requestId) => ({
    requestId,
    images: [{ url: "https://files.test/a.png" }],
    body: {},
  });
  const client = { submit: pending, getStatus: pending, getResult, cancelJob };
  const storage = memoryStorage();
  const attempt = {
    version: 1,
    attemptId: "fox",
    modelId: "sdxl-torch",
    scope: "studio",
    input: { prompt: "a fox" },
    startedAt: Date.now() - 5_000,
    pageId: "earlier",
    submit: "taken",
    requestId: "job-fox",
    detached: false,
  };
  storage.set("easel:::fox", JSON.stringify(attempt));
  render(
    <EaselProvider client={client} storage={storage}>
      <HistoryList.Root />
    </EaselProvider>,
  );
  await userEvent.click(await screen.findByRole("button", { name: "Stop: a fox" }));
  await screen.findByText("Stopping…", { selector: "[role='status']" });
  return {
    cancelJob,
    answer: (status: Omit<JobStatus, "requestId">) => answer(status),
    fail: (cause: unknown) => fail(cause),
  };
}

const notice = () => document.querySelector("[data-easel='history-notice-words']")?.textContent;

test("stops a job from its row, and announces what may have been charged", async () => {
  const { cancelJob, answer } = await show();
  const stop = screen.getByRole("button", { name: "Stopping…: a fox" });
  expect(stop.getAttribute("aria-disabled")).toBe("true");
  expect(document.activeElement).toBe(stop);
  await userEvent.click(stop);
  expect(cancelJob).toHaveBeenCalledOnce();
  answer({ state: "failed", error: new EaselError("run_canceled") });
  await vi.waitFor(() => expect(notice()).toBe("Stopped. May have been charged."));
  const row = document.querySelector("[data-run='fox']");
  expect(row?.getAttribute("data-status")).toBe("canceled");
  expect(row?.querySelector("[data-easel='history-facts']")?.textContent).toContain("Stopped");
  expect(screen.queryByRole("button", { name: /^Stop/ })).toBeNull();
  // An effect moves the focus after the row has changed.
  await waitFor(() =>
    expect((document.activeElement as HTMLElement).dataset["control"]).toBe("open"),
  );
});

test("announces that a job couldn't be stopped", async () => {
  const { fail } = await show();
  fail(new EaselError("network"));
  await vi.waitFor(() =>
    expect(notice()).toBe("We couldn’t stop this generation. It’s still running."),
  );
  expect(screen.getByRole("button", { name: "Stop: a fox" })).toBe(document.activeElement);
});

test("announces that a job was completed first", async () => {
  const { answer } = await show();
  answer({ state: "completed" });
  await vi.waitFor(() => expect(notice()).toBe("Generation complete."));
});
