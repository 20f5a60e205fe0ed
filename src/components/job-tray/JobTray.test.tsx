import { act, cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useEffect } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { describePart } from "../../../test/parts/describePart.tsx";
import type { Client } from "../../client/client.ts";
import { EaselProvider } from "../../hooks/EaselProvider.tsx";
import { useEasel } from "../../hooks/useEasel.ts";
import { useGenerate } from "../../hooks/useGenerate.ts";
import type { Attempt } from "../../ledger/attempt.ts";
import type { Ledger } from "../../ledger/createLedger.ts";
import { currentPageId } from "../../ledger/currentPageId.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { JobTray, type JobTrayProps } from "./JobTray.tsx";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const client = {
  submit: vi.fn<Client["submit"]>(() => new Promise(() => {})),
  getStatus: () => new Promise<never>(() => {}),
  getResult: () => new Promise<never>(() => {}),
  keepsAttempts: vi.fn(async () => true),
} satisfies Client;

/** Start time of all attempts. The ledger keeps the write order of attempts with equal start times. */
const startedAt = Date.now() - 5_000;

const run = (attemptId: string, more: Partial<Attempt> = {}): Attempt => ({
  attemptId,
  modelId: sdxlTorch.id,
  scope: "studio",
  input: { prompt: `a ${attemptId}` },
  startedAt,
  pageId: "earlier",
  submit: "taken",
  requestId: `job-${attemptId}`,
  detached: false,
  ...more,
});

const url = "https://files.test/a.png";
const ready = (attemptId: string, more: Partial<Attempt> = {}) =>
  run(attemptId, {
    result: { requestId: attemptId, images: [{ url }], body: {} },
    endedAt: Date.now(),
    ...more,
  });

describePart({
  part: "job-tray",
  element: <JobTray />,
  wrap: (part) => <EaselProvider client={client}>{part}</EaselProvider>,
});

function Spy({ onLedger }: { readonly onLedger: (ledger: Ledger) => void }) {
  const { ledger } = useEasel();
  useEffect(() => onLedger(ledger));
  return null;
}

/** Form that shows this page's jobs outside the tray. */
function Form() {
  useGenerate(sdxlTorch, { scope: "studio" });
  return null;
}

async function show(attempts: readonly Attempt[], props: JobTrayProps = {}) {
  client.submit.mockClear();
  const ledgers: Ledger[] = [];
  render(
    <EaselProvider client={client}>
      <Spy onLedger={(ledger) => void ledgers.push(ledger)} />
      <Form />
      <JobTray {...props} />
    </EaselProvider>,
  );
  const [ledger] = ledgers;
  await act(async () => {
    for (const attempt of attempts) void ledger?.write(attempt);
  });
  return { items: () => screen.queryAllByRole("listitem"), ledger };
}

const button = (name: string) => screen.getByRole("button", { name });

test("is empty without jobs that need attention", async () => {
  const { items } = await show([
    ready("seen", { seen: true }),
    ready("own", { pageId: currentPageId() }),
    run("detached", { detached: true }),
    run("dismissed", { submit: "unknown", dismissed: true }),
    run("refused here", { submit: "refused", pageId: currentPageId() }),
  ]);
  expect(items()).toEqual([]);
  expect(document.querySelector("[data-easel='job-tray']")?.hasAttribute("data-empty")).toBe(true);
});

test("lists each job with its outcome and one action, newest first", async () => {
  const newest = { submit: "sent", pageId: currentPageId(), startedAt: Date.now() } as const;
  const { requestId: _, ...sent } = run("heron", newest);
  const { items } = await show([
    run("panda"),
    ready("fox"),
    run("cat", { submit: "unknown" }),
    run("dog", { error: new EaselError("job_not_found"), endedAt: 1 }),
    run("owl", { error: new EaselError("run_failed"), endedAt: 1 }),
    sent,
  ]);
  await screen.findByText("Check again");
  const rows = items().map((item) => [
    item.getAttribute("data-status"),
    item.querySelector("[data-easel='job-tray-words']")?.textContent,
    item.querySelector("[data-easel='job-tray-action']")?.textContent,
  ]);
  expect(rows).toEqual([
    ["submitting", "Generating…", undefined],
    ["failed", "Failed. Not charged.", "Try again"],
    ["expired", "Expired. The images are no longer available.", "Send again (may charge twice)"],
    [
      "unknown",
      "We couldn’t confirm that your request was received. Your image may still be generated, and you may be charged.",
      "Check again",
    ],
    ["completed", "Finished while you were away", "Show"],
    ["queued", "Generating…", "Stop tracking"],
  ]);
  expect(screen.getByRole("status").textContent).toBe("1 generation is ready.");
});

test.each([
  [new EaselError("run_failed"), "Failed. Not charged.", "Try again"],
  [new EaselError("content_blocked"), "Failed. Not charged.", "Show"],
  [
    new EaselError("run_failed", { charged: "yes" }),
    "Failed. Charged.",
    "Generate again (charged again)",
  ],
  [
    new EaselError("job_not_found", { charged: "yes" }),
    "Expired. The images are no longer available.",
    "Generate again (charged again)",
  ],
  [
    new EaselError("job_not_found"),
    "Expired. The images are no longer available.",
    "Send again (may charge twice)",
  ],
  [new EaselError("internal"), "Failed. May have been charged.", "Send again (may charge twice)"],
])(
  "shows the possible charge on the button of a failed or expired job: %#",
  async (error, words, action) => {
    const { items } = await show([run("owl", { error, endedAt: 1 })]);
    const textOf = (part: string) =>
      items()[0]?.querySelector(`[data-easel='job-tray-${part}']`)?.textContent;
    expect([textOf("words"), textOf("action")]).toEqual([words, action]);
  },
);

test("marks a shown job as seen and calls the app", async () => {
  const onShow = vi.fn();
  const { items } = await show([ready("fox"), ready("owl")], { onShow });
  await userEvent.click(button("Show: a owl"));
  expect(onShow).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ attemptId: "owl" }));
  expect(items()).toHaveLength(1);
  expect(document.activeElement).toBe(button("Show: a fox"));
});

test("checks an unknown job by its ID, and retries only if a check isn't possible", async () => {
  await show([run("cat", { submit: "unknown" })]);
  await userEvent.click(await screen.findByRole("button", { name: "Check again: a cat" }));
  expect(client.submit).toHaveBeenCalledExactlyOnceWith(
    sdxlTorch.id,
    { prompt: "a cat" },
    { attemptId: "cat" },
  );
  cleanup();
  client.keepsAttempts.mockResolvedValueOnce(false);
  const { items } = await show([run("cat", { submit: "unknown" })]);
  await userEvent.dblClick(button("Send again (may charge twice): a cat"));
  expect(client.submit).toHaveBeenCalledOnce();
  expect(client.submit.mock.calls[0]?.[2]?.attemptId).not.toBe("cat");
  expect(items().map((item) => item.getAttribute("data-status"))).toEqual([
    "submitting",
    "unknown",
  ]);
});

test("replaces an expired job with a new one", async () => {
  const { items } = await show([run("dog", { error: new EaselError("job_not_found") })]);
  await userEvent.click(button("Send again (may charge twice): a dog"));
  expect(client.submit).toHaveBeenCalledOnce();
  expect(items().map((item) => item.getAttribute("data-status"))).toEqual(["submitting"]);
});

test("shows a job with an omitted image instead of sending it", async () => {
  const onShow = vi.fn();
  const error = new EaselError("job_not_found");
  await show([run("dog", { error, omitted: ["image"] })], { onShow });
  await userEvent.click(button("Show: a dog"));
  expect(onShow).toHaveBeenCalledOnce();
  expect(client.submit).not.toHaveBeenCalled();
});

test("removes a job and focuses the next one", async () => {
  const error = new EaselError("job_not_found");
  const { items, ledger } = await show([run("dog", { error }), run("owl", { error })]);
  await userEvent.click(button("Delete: a owl"));
  expect(items()).toHaveLength(1);
  expect(ledger?.list().map(({ attemptId }) => attemptId)).toEqual(["dog"]);
  expect(document.activeElement).toBe(
    within(items()[0] as HTMLElement).getByRole("button", { name: /Send again/ }),
  );
});

test("says that the page is offline", async () => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  await show([run("panda")]);
  screen.getByText("You’re offline. Updates resume when you’re back online.");
});

test("says why a check failed", async () => {
  const { items } = await show([
    run("cat", { submit: "unknown", trouble: new EaselError("unauthorized") }),
  ]);
  expect(items()[0]?.textContent).toContain("Couldn’t check. You’re not signed in.");
});

test("announces a check and what it found, and deletes nothing meanwhile", async () => {
  let fail: (cause: unknown) => void = () => {};
  client.submit.mockImplementationOnce(() => new Promise((_, reject) => (fail = reject)));
  const { items } = await show([run("cat", { submit: "unknown" })]);
  const check = await screen.findByRole("button", { name: "Check again: a cat" });
  await userEvent.click(check);
  expect(screen.getByRole("status").textContent).toBe("Checking…");
  expect(items()[0]?.getAttribute("data-status")).toBe("unknown");
  expect(screen.queryByRole("button", { name: /Delete/ })).toBeNull();
  await act(async () => fail(new EaselError("submit_unknown")));
  expect(screen.getByRole("status").textContent).toMatch(/^Checked at .+: still not confirmed\.$/);
  expect(document.activeElement).toBe(check);
  button("Delete: a cat");
});

test("says that the user is signed out", async () => {
  const getStatus = vi.spyOn(client, "getStatus");
  getStatus.mockRejectedValue(new EaselError("unauthorized"));
  await show([run("panda")]);
  await screen.findByText("Sign in to see progress.");
});
