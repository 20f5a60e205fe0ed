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

// Runs first, so that the lazy code is loaded while the clock is fake.
test("works with a fake clock", async () => {
  vi.useFakeTimers();
  const view = await generate();
  await view.advance(30_000);
  expect(view.getByRole("img", image)).toBeTruthy();
});

test("renders the image of a new job after one call to advance", async () => {
  const view = await generate();
  await view.advance(30_000);
  expect(view.getByRole("img", image)).toBeTruthy();
});

test("renders the job's state by the sandbox's clock", async () => {
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

test("waits for slow responses", async () => {
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

test("doesn't wait for a request that the test holds back", async () => {
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
