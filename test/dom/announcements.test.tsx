import { act, cleanup, fireEvent, waitFor } from "@testing-library/react";
import { sdxlTorch, Studio } from "react-easel";
import { renderWithSandbox, type RenderWithSandboxOptions } from "react-easel/testing";
import { afterEach, expect, test } from "vitest";

afterEach(cleanup);

const live = '[role="status"], [role="alert"], [aria-live]:not([aria-live="off"])';

const underWay = ["Sending…", "In queue…", "Generating…"];

/** Asserts that only states reported by a poll are announced, once each and in order. */
function expectOnce(said: readonly string[]) {
  const before = said.slice(0, -1);
  expect(before[0]).toBe("Sending…");
  expect(before).toEqual(underWay.filter((words) => before.includes(words)));
}

/** Records a screen reader's announcements: each new text in a live region. */
function listen(root: HTMLElement) {
  const said: string[] = [];
  const known = new Map<Element, string>();
  const read = () => {
    for (const region of root.querySelectorAll(live)) {
      const text = region.textContent?.trim() ?? "";
      const isNews = (known.get(region) ?? "") !== text;
      // A region inserted with its text is announced if it is an alert, but not if it is a status.
      const isAnnounced = known.has(region) || region.getAttribute("role") === "alert";
      known.set(region, text);
      if (isNews && isAnnounced && text !== "") said.push(text);
    }
  };
  read();
  const observer = new MutationObserver(read);
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  return said;
}

async function generate(options?: RenderWithSandboxOptions, words = "a lighthouse at dusk") {
  const view = await renderWithSandbox(<Studio models={[sdxlTorch]} />, options);
  fireEvent.change(view.getByLabelText("Prompt"), { target: { value: words } });
  await view.advance(2_000);
  const said = listen(view.container);
  await act(async () => void fireEvent.click(view.getByRole("button", { name: "Generate" })));
  /** Advances the job until well after the awaited text. */
  async function untilSaid(wanted: RegExp) {
    for (let second = 0; second < 30; second += 1) await view.advance(1_000);
    await waitFor(() => expect(said.at(-1)).toMatch(wanted));
    await view.advance(5_000);
    expect(said.at(-1)).toMatch(wanted);
  }
  return { said, untilSaid, view };
}

test("announces each change of a job once", async () => {
  const { said, untilSaid } = await generate();
  await untilSaid(/^Generation complete\.$/);
  expectOnce(said);
});

test("announces a failure once and nothing else", async () => {
  const { said, untilSaid } = await generate({}, "a fox sandbox:content-block");
  await untilSaid(/content filter.*Not charged/);
  expectOnce(said);
});

test("announces a stopped generation once and nothing else", async () => {
  const { said, untilSaid, view } = await generate({ sandbox: { cancel: true } });
  await view.advance(0);
  fireEvent.click(view.getByRole("button", { name: "Stop" }));
  await untilSaid(/^Stopped\.Not charged/);
  expectOnce(said);
});
