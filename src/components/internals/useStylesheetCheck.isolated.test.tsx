import { cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi, type MockInstance } from "vitest";

let warn: MockInstance<typeof console.warn>;

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("NODE_ENV", "development");
  warn = vi.spyOn(console, "warn").mockReturnValue();
});

afterEach(() => {
  cleanup();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  document.documentElement.removeAttribute("style");
});

/** Renders two parts in a new page, one of them in a nested provider. */
async function draw({ unstyled = false } = {}) {
  const { createClient } = await import("../../client/createClient.ts");
  const { EaselProvider } = await import("../../hooks/EaselProvider.tsx");
  const { JobProgress } = await import("../job-progress/JobProgress.tsx");
  const client = createClient({ fetcher: () => Promise.resolve(Response.json({})) });
  render(
    <EaselProvider client={client} unstyled={unstyled}>
      <JobProgress status="idle" />
      <EaselProvider client={client}>
        <JobProgress status="queued" />
      </EaselProvider>
    </EaselProvider>,
  );
}

const said = () =>
  warn.mock.calls.filter(([message]) => String(message).includes("react-easel/styles.css"));

test("warns once about a missing stylesheet", async () => {
  await draw();
  expect(said()).toHaveLength(1);
});

test("doesn't warn if the stylesheet is loaded", async () => {
  document.documentElement.style.setProperty("--easel-styles", "loaded");
  await draw();
  expect(said()).toEqual([]);
});

test("doesn't warn if the app is unstyled", async () => {
  await draw({ unstyled: true });
  expect(said()).toEqual([]);
});

test.each(["production", "test"])("doesn't warn in %s", async (mode) => {
  vi.stubEnv("NODE_ENV", mode);
  await draw();
  expect(said()).toEqual([]);
});
