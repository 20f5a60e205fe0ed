import { act, cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { Client } from "../../client/client.ts";
import { EaselProvider } from "../../hooks/EaselProvider.tsx";
import { memoryStorage } from "../../ledger/memoryStorage.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { JobTray } from "./JobTray.tsx";

afterEach(cleanup);

async function show(
  status: "answered" | "failed" | "held" = "answered",
  more: Pick<Client, "getConfig"> = {},
) {
  const error = new EaselError("run_canceled");
  const cancelJob = vi.fn<NonNullable<Client["cancelJob"]>>(async (requestId) => {
    if (status === "held") return new Promise(() => {});
    if (status === "failed") throw new EaselError("network");
    return { requestId, state: "failed", error };
  });
  const pending = () => new Promise<never>(() => {});
  const client = { submit: pending, getStatus: pending, getResult: pending, cancelJob, ...more };
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
      <JobTray />
    </EaselProvider>,
  );
  await screen.findByRole("listitem");
  return { cancelJob };
}

const button = (name: string) => screen.getByRole("button", { name });

test("stops a job, and announces once what may have been charged", async () => {
  const { cancelJob } = await show();
  await userEvent.click(button("Stop: a fox"));
  expect(await screen.findAllByText("Stopped. May have been charged.")).toHaveLength(2);
  expect(screen.getByRole("status").textContent).toBe("Stopped. May have been charged.");
  expect(screen.queryByRole("button", { name: /^Stop/ })).toBeNull();
  expect(button("Send again (may charge twice): a fox")).toBeDefined();
  expect(cancelJob).toHaveBeenCalledOnce();
});

test("disables the button without losing focus until the job ends", async () => {
  const { cancelJob } = await show("held");
  const stop = button("Stop: a fox");
  await userEvent.click(stop);
  expect(button("Stopping…: a fox")).toBe(stop);
  expect(stop.getAttribute("aria-disabled")).toBe("true");
  expect(document.activeElement).toBe(stop);
  await userEvent.click(stop);
  expect(cancelJob).toHaveBeenCalledOnce();
});

test("says that a job couldn't be stopped", async () => {
  await show("failed");
  await userEvent.click(button("Stop: a fox"));
  await act(async () => {});
  expect(screen.getByText("We couldn’t stop this generation. It’s still running.")).toBeDefined();
  expect(button("Stop: a fox").getAttribute("aria-disabled")).toBeNull();
});

test.each([true, false])("asks the host whether jobs can be stopped: %s", async (canCancel) => {
  const getConfig = vi.fn(async () => ({ models: [], limits: {}, canCancel }));
  await show("answered", { getConfig });
  const stops = () => screen.queryAllByRole("button", { name: "Stop: a fox" });
  if (canCancel) await vi.waitFor(() => expect(stops()).toHaveLength(1));
  else await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(getConfig).toHaveBeenCalledOnce();
  expect(stops()).toHaveLength(canCancel ? 1 : 0);
});
