import { act, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { StrictMode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFakeLocks, FakeChannel } from "../../../test/fakeTabs.ts";
import type { Client } from "../../client/client.ts";
import { EaselProvider } from "../../hooks/EaselProvider.tsx";
import { useGenerate } from "../../hooks/useGenerate.ts";
import type { Attempt } from "../../ledger/attempt.ts";
import { currentPageId } from "../../ledger/currentPageId.ts";
import { memoryStorage } from "../../ledger/memoryStorage.ts";
import { serializeAttempt } from "../../ledger/serializeAttempt.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { writeTabMessage } from "../../runtime/tabs/tabMessage.ts";
import * as PromptForm from "./promptFormParts.ts";

let locks: LockManager;

beforeEach(() => {
  locks = createFakeLocks();
  vi.stubGlobal("BroadcastChannel", FakeChannel);
  Object.defineProperty(navigator, "locks", { value: locks, configurable: true });
});
afterEach(() => vi.unstubAllGlobals());

const sent: Attempt = {
  attemptId: "a",
  modelId: "sdxl-torch",
  scope: "sdxl-torch",
  input: { prompt: "a heron" },
  startedAt: Date.now(),
  pageId: "other",
  submit: "sent",
  detached: false,
};

function Page({ scope }: { readonly scope?: string }) {
  const { generate, status, isSubmitting, jobs } = useGenerate(sdxlTorch, { scope });
  return (
    <>
      <PromptForm.Root
        model={sdxlTorch}
        defaultValues={{ prompt: "an owl" }}
        onGenerate={generate}
        status={status}
        isSubmitting={isSubmitting}
      >
        <PromptForm.Fields />
        <PromptForm.Submit />
      </PromptForm.Root>
      <output>{[status, isSubmitting, ...jobs.map((job) => job.status)].join(" ")}</output>
    </>
  );
}

/** Opens a page and another tab with a submit in flight. `pageId` is the page that sent the submit. */
async function open(pageId = "other", pages = <Page />) {
  const storage = { ...memoryStorage(), shared: true };
  storage.set("easel:::a", serializeAttempt({ ...sent, pageId }));
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const client = {
    submit: vi.fn<Client["submit"]>(async () => {
      await answered;
      return { requestId: "own", state: "completed" };
    }),
    getStatus: async (requestId) => ({ requestId, state: "completed" }),
    getResult: async (requestId) => ({
      requestId,
      images: [{ url: `https://files.test/${requestId}.png` }],
      body: {},
    }),
  } satisfies Client;
  // A tab counts as open while it holds its lock.
  void locks.request("easel-page:other", { mode: "shared" }, () => new Promise<void>(() => {}));
  render(
    <StrictMode>
      <EaselProvider client={client} storage={storage}>
        {pages}
      </EaselProvider>
    </StrictMode>,
  );
  await act(async () => {});
  const tab = new FakeChannel("easel:1::");
  const post = (attempt: Attempt) =>
    act(async () => {
      const changed = ["submit", "requestId"] as const;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target origin
      tab.postMessage(writeTabMessage({ change: { attemptId: "a", attempt, changed } }));
    });
  return { client, post, answer };
}

const state = () => document.querySelector("output")?.textContent;

test("generates while another tab submits, and shows both results", async () => {
  const { client, post, answer } = await open();
  expect(state()).toBe("submitting false submitting");
  const button = screen.getByRole("button", { name: "Generate" });
  expect(button.getAttribute("aria-disabled")).toBeNull();
  await userEvent.dblClick(button);
  await waitFor(() => expect(client.submit).toHaveBeenCalledOnce());
  expect(state()).toBe("submitting true submitting submitting");
  // This page's own submit is in flight, so its button is disabled.
  expect(button.getAttribute("aria-disabled")).toBe("true");
  await post({ ...sent, submit: "taken", requestId: "others" });
  await act(async () => answer());
  await waitFor(() => expect(state()).toBe("completed false completed completed"));
  expect(client.submit).toHaveBeenCalledOnce();
});

test("blocks the form while this page submits", async () => {
  const { client } = await open(currentPageId());
  expect(state()).toBe("submitting true submitting");
  await userEvent.click(screen.getByRole("button", { name: "Sending…" }));
  expect(client.submit).not.toHaveBeenCalled();
});

test("isn't disabled by the submit of another form or tab", async () => {
  const { client, answer } = await open(
    "other",
    <>
      <Page />
      <Page scope="second" />
    </>,
  );
  const [first, second] = screen.getAllByRole("button", { name: "Generate" });
  if (!first || !second) throw new Error("A form is missing.");
  await userEvent.click(second);
  await waitFor(() => expect(client.submit).toHaveBeenCalledOnce());
  expect(second.getAttribute("aria-disabled")).toBe("true");
  expect(first.getAttribute("aria-disabled")).toBeNull();
  await userEvent.click(first);
  await waitFor(() => expect(client.submit).toHaveBeenCalledTimes(2));
  await act(async () => answer());
});

test("doesn't submit a form without `isSubmitting` while its status is `submitting`", async () => {
  const onGenerate = vi.fn();
  await open(
    "other",
    <PromptForm.Root
      model={sdxlTorch}
      defaultValues={{ prompt: "an owl" }}
      onGenerate={onGenerate}
      status="submitting"
    >
      <PromptForm.Submit />
    </PromptForm.Root>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Sending…" }));
  expect(onGenerate).not.toHaveBeenCalled();
});
