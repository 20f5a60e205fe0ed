import { act, cleanup, fireEvent } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { Studio } from "../components/studio/Studio.tsx";
import type { RenderWithSandboxOptions } from "./renderInSandbox.ts";
import { renderWithSandbox } from "./renderWithSandbox.ts";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function generate(options?: RenderWithSandboxOptions) {
  const view = await renderWithSandbox(<Studio />, options);
  fireEvent.change(view.getByLabelText("Prompt"), { target: { value: "a panda" } });
  fireEvent.click(view.getByRole("button", { name: "Generate" }));
  return view;
}

const image = { name: /panda/ };

// First, so that the code behind is loaded while the clock stands still.
test("a test may stop the page's clock", async () => {
  vi.useFakeTimers();
  const view = await generate();
  await view.advance(30_000);
  expect(view.getByRole("img", image)).toBeTruthy();
});

test("one step of time brings the image of a run that was begun just before", async () => {
  const view = await generate();
  await view.advance(30_000);
  expect(view.getByRole("img", image)).toBeTruthy();
});

test("a job is where the sandbox's clock has it", async () => {
  const view = await generate({ sandbox: { timing: { queueMs: 1_000, runMs: 5_000 } } });
  const status = () =>
    view.container.querySelector('[data-easel="job-progress"]')?.getAttribute("data-status");
  await view.advance(500);
  expect(status()).toBe("queued");
  await view.advance(1_000);
  expect(status()).toBe("processing");
  await view.advance(5_000);
  expect(view.getByRole("img", image)).toBeTruthy();
});

test("slow answers are waited for", async () => {
  const view = await generate({
    intercept: async (request, handler) => {
      const response = await handler(request);
      await new Promise((resolve) => void setTimeout(resolve, 50));
      return response;
    },
  });
  await view.advance(30_000);
  expect(view.getByRole("img", image)).toBeTruthy();
});

test("what a test holds back is not waited for", async () => {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const view = await generate({
    intercept: async (request, handler) => {
      if (request.method === "POST") await held;
      return handler(request);
    },
  });
  await view.advance(30_000);
  expect(view.queryByRole("img", image)).toBeNull();
  await act(async () => letGo());
  await view.advance(30_000);
  expect(view.getByRole("img", image)).toBeTruthy();
});
