import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { renderWithSandbox } from "../../testing/renderWithSandbox.ts";
import { Studio } from "./Studio.tsx";

afterEach(cleanup);

const timing = { queueMs: 1_000, runMs: 2_000 };
const button = (name: string) => screen.getByRole("button", { name });

async function generate({ cancel = true } = {}) {
  let isHeld = false;
  let release = () => {};
  let sent = 0;
  const view = await renderWithSandbox(<Studio models={[sdxlTorch]} />, {
    sandbox: { timing, cancel },
    intercept: async (request, handler) => {
      const isCancel = request.url.endsWith("/cancel");
      if (isCancel) sent += 1;
      if (isCancel && isHeld) await new Promise<void>((resolve) => (release = resolve));
      return handler(request);
    },
  });
  fireEvent.change(view.getByLabelText("Prompt"), { target: { value: "a heron" } });
  fireEvent.click(button("Generate"));
  await view.advance(0);
  return {
    ...view,
    sent: () => sent,
    hold: () => (isHeld = true),
    release: () => act(() => release()),
  };
}

test("stops a generation, keeps focus, and says what was charged", async () => {
  const { advance, hold, release, sent } = await generate();
  hold();
  const stop = button("Stop");
  stop.focus();
  fireEvent.click(stop);
  await waitFor(() => expect(stop.textContent).toBe("Stopping…"));
  expect(stop.getAttribute("aria-disabled")).toBe("true");
  expect(document.activeElement).toBe(stop);
  fireEvent.click(stop);
  release();
  await advance(0);
  expect(screen.getByRole("alert").textContent).toBe("Stopped.Not chargedIt’s safe to try again.");
  expect(screen.queryByRole("button", { name: /^Stop/ })).toBeNull();
  expect(button("Generation 1, stopped: a heron")).toBeDefined();
  expect(button("Try again")).toBeDefined();
  const pane = document.querySelector("[data-easel='studio-result']");
  expect(document.activeElement).toBe(pane);
  expect(document.querySelector("[data-easel='studio']")?.getAttribute("data-status")).toBe(
    "canceled",
  );
  expect(sent()).toBe(1);
});

test("says that a generation stopped while it ran was charged", async () => {
  const { advance } = await generate();
  await advance(1_500);
  fireEvent.click(button("Stop"));
  await advance(0);
  expect(screen.getByRole("alert").textContent).toBe("Stopped.ChargedIt had already started.");
  expect(button("Generate again (charged again)")).toBeDefined();
});

test("shows the image if the generation finished first", async () => {
  const { advance, sandbox, sent } = await generate();
  sandbox.advance(5_000);
  fireEvent.click(button("Stop"));
  await advance(0);
  expect(screen.getByRole("img", { name: "a heron" })).toBeDefined();
  expect(screen.queryByRole("alert")).toBeNull();
  expect(sent()).toBe(1);
});

test("says that a generation couldn't be stopped, and continues", async () => {
  const { advance, sandbox } = await generate();
  sandbox.fail("cancel", "unavailable");
  fireEvent.click(button("Stop"));
  await advance(0);
  expect(screen.getByText("We couldn’t stop this generation. It’s still running.")).toBeDefined();
  expect(button("Stop").getAttribute("aria-disabled")).toBeNull();
  await advance(5_000);
  expect(screen.getByRole("img", { name: "a heron" })).toBeDefined();
});

test("has no Stop if the host can't stop jobs", async () => {
  await generate({ cancel: false });
  expect(button("Hide")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Stop" })).toBeNull();
});
