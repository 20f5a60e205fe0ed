import { cleanup, render } from "@testing-library/react";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import type { Client } from "../client/client.ts";
import { createClient } from "../client/createClient.ts";
import { EaselProvider, type EaselProviderProps } from "./EaselProvider.tsx";
import { useEasel } from "./useEasel.ts";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** Renders a provider. Returns the client that its descendants get, and a function that renders new props. */
function renderProvider(props: EaselProviderProps) {
  const seen: Client[] = [];
  function Reader() {
    seen.push(useEasel().client);
    return null;
  }
  const element = (own: EaselProviderProps) => (
    <StrictMode>
      <EaselProvider {...own}>
        <Reader />
      </EaselProvider>
    </StrictMode>
  );
  const view = render(element(props));
  return {
    client: () => seen.at(-1),
    rerender: (own: EaselProviderProps) => view.rerender(element(own)),
  };
}

test("creates a client from baseUrl and keeps it until the URL changes", () => {
  const { client, rerender } = renderProvider({ baseUrl: "/api/easel/" });
  const first = client();
  expect(first?.address).toBe("/api/easel");
  rerender({ baseUrl: "/api/easel/", userKey: "ada" });
  expect(client()).toBe(first);
  rerender({ baseUrl: "https://api.example/easel" });
  expect(client()?.address).toBe("https://api.example/easel");
});

test("uses the given client unchanged", () => {
  const own = createClient();
  expect(renderProvider({ client: own }).client()).toBe(own);
});

test("renders with a baseUrl on a server, which has no location", () => {
  vi.stubGlobal("location", undefined);
  const html = renderToString(
    <EaselProvider baseUrl="/api/easel">
      <p>Hello</p>
    </EaselProvider>,
  );
  vi.unstubAllGlobals();
  expect(html).toBe("<p>Hello</p>");
});

test.each([
  [{}, /got neither.*baseUrl="\/api\/easel"/],
  [{ client: createClient(), baseUrl: "/api/easel" }, /got both/],
  [{ baseUrl: "api/easel" }, /relative to each page/],
])("rejects props that don't identify exactly one backend: %#", (props, reason) => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  expect(() => render(<EaselProvider {...(props as EaselProviderProps)} />)).toThrow(reason);
});

test("requires exactly one of client and baseUrl at compile time", () => {
  const client = createClient();
  // @ts-expect-error neither
  const neither = <EaselProvider userKey="ada" />;
  // @ts-expect-error both
  const both = <EaselProvider client={client} baseUrl="/api/easel" />;
  const either = [
    <EaselProvider key="a" client={client} />,
    <EaselProvider key="b" baseUrl="/a" />,
  ];
  expect([neither, both, either]).toHaveLength(3);
});
