import { act, cleanup, render } from "@testing-library/react";
import { createClient, EaselProvider, HistoryList, JobTray, Studio } from "react-easel";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

const client = createClient({
  fetcher: () => Promise.resolve(new Response(null, { status: 404 })),
});

const page = (content: ReactNode) => <EaselProvider client={client}>{content}</EaselProvider>;

test.each([
  ["Studio", "studio", <Studio key="studio" />],
  ["HistoryList", "history", <HistoryList.Root key="history" />],
  ["JobTray", "job-tray", <JobTray key="tray" />],
])("the browser takes %s over as the server has drawn it", async (_name, part, content) => {
  const said = vi.spyOn(console, "error").mockReturnValue();
  const container = document.createElement("div");
  container.innerHTML = renderToString(page(content));
  document.body.append(container);
  const drawn = container.querySelector(`[data-easel="${part}"]`);
  expect(drawn).not.toBeNull();

  const mended: unknown[] = [];
  const onRecoverableError = (error: unknown) => void mended.push(error);
  await act(async () => {
    render(page(content), { container, hydrate: true, onRecoverableError, reactStrictMode: true });
  });
  expect(mended).toEqual([]);
  expect(said.mock.calls).toEqual([]);
  // The very element that the server sent, and no new one.
  expect(container.querySelector(`[data-easel="${part}"]`)).toBe(drawn);
});
