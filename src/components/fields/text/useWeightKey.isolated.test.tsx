import { cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Client } from "../../../client/client.ts";
import { en } from "../../../labels/en/en.ts";

const unused = () => Promise.reject(new Error("No request is expected."));
const client: Client = { submit: unused, getStatus: unused, getResult: unused };

const path = "../../../models/prompt/changeWeight.ts";
const load = vi.fn<() => Promise<object>>();

beforeEach(() => {
  vi.resetAllMocks();
  vi.doMock(path, load);
  // Starts with no lazy code loaded.
  vi.resetModules();
});
afterEach(() => {
  cleanup();
  vi.doUnmock(path);
});

async function focusBox() {
  const { EaselProvider } = await import("../../../hooks/EaselProvider.tsx");
  const { useWeightKey } = await import("./useWeightKey.ts");
  const tell = vi.fn();
  function Box() {
    return <textarea defaultValue="fox" onKeyDown={useWeightKey(tell)} />;
  }
  render(
    <EaselProvider client={client}>
      <Box />
    </EaselProvider>,
  );
  const box = screen.getByRole<HTMLTextAreaElement>("textbox");
  await userEvent.click(box);
  return { box, tell };
}

const raiseWeight = () => userEvent.keyboard("{Control>}{ArrowUp}{/Control}");

test("changes the weight once the code has loaded, without another key press", async () => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  load.mockImplementation(async () => {
    await arrived;
    return vi.importActual(path);
  });
  const { box } = await focusBox();
  await raiseWeight();
  expect(box.value).toBe("fox");
  arrive();
  await vi.waitFor(() => expect(box.value).toBe("(fox:1.1)"));
});

test("announces that the code couldn't be loaded, and loads it again on the next key press", async () => {
  load.mockImplementation(() => {
    throw new TypeError("Failed to fetch dynamically imported module");
  });
  const { box, tell } = await focusBox();
  await raiseWeight();
  await vi.waitFor(() => expect(tell).toHaveBeenCalledWith(en.result.errors.not_loaded));
  expect(box.value).toBe("fox");

  load.mockImplementation(() => vi.importActual(path));
  await raiseWeight();
  await vi.waitFor(() => expect(box.value).toBe("(fox:1.1)"));
});
