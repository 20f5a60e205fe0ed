import { act, cleanup, render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { describePart } from "../../../test/parts/describePart.tsx";
import { createClient } from "../../client/createClient.ts";
import { EaselProvider } from "../../hooks/EaselProvider.tsx";
import { EaselError } from "../../protocol/EaselError.ts";
import { JobProgress } from "./JobProgress.tsx";

const client = createClient();
const within = (element: ReactElement) => <EaselProvider client={client}>{element}</EaselProvider>;
const startedAt = 1_000_000;
const timing = { startedAt, latency: { typicalMs: 6_500, slowMs: 14_000 } };

describePart({
  part: "job-progress",
  element: <JobProgress status="queued" />,
  wrap: (part) => <EaselProvider client={client}>{part}</EaselProvider>,
});

beforeEach(() => {
  vi.useFakeTimers({ now: startedAt });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const wait = (seconds: number) =>
  act(() => {
    vi.advanceTimersByTime(seconds * 1000);
  });

test("counts the seconds and advances the bar, but never to the end", () => {
  render(within(<JobProgress status="processing" timing={timing} />));
  expect(screen.getByText("0 sec")).toBeDefined();
  wait(3);
  expect(screen.getByText("3 sec")).toBeDefined();
  expect(screen.getByText("usually 6–14 sec")).toBeDefined();
  wait(24);
  expect(Number(screen.getByRole("progressbar").getAttribute("aria-valuenow"))).toBe(97);
});

test("shows a percentage only while the service generates", () => {
  const { rerender } = render(within(<JobProgress status="queued" timing={timing} />));
  wait(3);
  expect(screen.queryByText(/%/)).toBeNull();
  rerender(within(<JobProgress status="processing" timing={timing} />));
  screen.getByText(/^\d+%$/);
});

test("shows no percentage of an overdue job", () => {
  render(within(<JobProgress status="processing" timing={timing} />));
  wait(30);
  screen.getByText("30 sec");
  expect(screen.getByRole("progressbar").hasAttribute("aria-valuenow")).toBe(false);
  expect(screen.queryByText(/%/)).toBeNull();
});

test("announces each state once, without the seconds", () => {
  const view = render(within(<JobProgress status="submitting" timing={timing} />));
  const said: (string | null)[] = [];
  const region = screen.getByRole("status");
  const listen = () => {
    if (region.textContent !== said.at(-1)) said.push(region.textContent);
  };
  for (const status of ["submitting", "queued", "processing", "completed"] as const) {
    view.rerender(within(<JobProgress status={status} timing={timing} />));
    listen();
    wait(2);
    listen();
  }
  expect(screen.getByRole("status")).toBe(region);
  expect(said).toEqual(["Sending…", "In queue…", "Generating…", "Generation complete."]);
});

test("shows a connection problem rather than an overdue job", () => {
  const view = render(within(<JobProgress status="processing" timing={timing} />));
  wait(30);
  expect(screen.getByRole("status").textContent).toContain("longer than usual");
  const trouble = new EaselError("network");
  view.rerender(within(<JobProgress status="processing" timing={timing} trouble={trouble} />));
  expect(screen.getByRole("status").textContent).toContain("Connection lost");
});

test.each([
  ["network", "Connection lost. Reconnecting…"],
  ["unauthorized", "You’re signed out. Sign in to continue."],
  [
    "upstream_key_invalid",
    "The image service rejected this app’s API key. Retrying automatically.",
  ],
  ["job_not_found", "The service can’t find this generation yet. Retrying automatically."],
] as const)("explains failed polls and says that polling continues: %s", (code, words) => {
  const trouble = new EaselError(code);
  render(within(<JobProgress status="processing" timing={timing} trouble={trouble} />));
  expect(screen.getByRole("status").textContent).toContain(words);
});

test("says that the page is offline and the job continues", () => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  render(within(<JobProgress status="processing" timing={timing} />));
  expect(screen.getByRole("status").textContent).toContain(
    "You’re offline. Your image is still being generated",
  );
});

test("ticks only while a job is pending", () => {
  const view = render(within(<JobProgress status="processing" timing={timing} />));
  const ticking = vi.getTimerCount();
  view.rerender(within(<JobProgress status="completed" timing={timing} />));
  expect(vi.getTimerCount()).toBe(ticking - 1);
  expect(screen.queryByRole("progressbar")).toBeNull();
});

test("is indeterminate without a usual duration", () => {
  render(within(<JobProgress status="queued" />));
  expect(screen.getByRole("progressbar").hasAttribute("aria-valuenow")).toBe(false);
});
