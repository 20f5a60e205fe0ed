import { cleanup } from "@testing-library/react";
import { createClient, EaselProvider, HistoryList, JobTray, Studio } from "react-easel";
import { act, StrictMode, type ReactNode } from "react";
import { hydrateRoot } from "react-dom/client";
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

const page = (content: ReactNode) => (
  <StrictMode>
    <EaselProvider client={client}>{content}</EaselProvider>
  </StrictMode>
);

test.each([
  ["Studio", <Studio key="studio" />],
  ["HistoryList", <HistoryList.Root key="history" />],
  ["JobTray", <JobTray key="tray" />],
])("the browser takes %s over as the server has drawn it", async (_name, content) => {
  const said = vi.spyOn(console, "error").mockReturnValue();
  const html = renderToString(page(content));
  expect(html).toContain("data-easel=");
  const container = document.createElement("div");
  container.innerHTML = html;
  document.body.append(container);
  const mended: unknown[] = [];
  const root = await act(async () =>
    hydrateRoot(container, page(content), { onRecoverableError: (error) => mended.push(error) }),
  );
  expect(mended).toEqual([]);
  expect(said.mock.calls).toEqual([]);
  expect(container.querySelector("[data-easel]")).not.toBeNull();
  await act(async () => root.unmount());
});
