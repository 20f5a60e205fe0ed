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

/** Renders a provider and returns the client that it gives to the components below it. */
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

test("a base url makes a client, which stays until the url changes", () => {
  const { client, rerender } = renderProvider({ baseUrl: "/api/easel/" });
  const first = client();
  expect(first?.address).toBe("/api/easel");
  rerender({ baseUrl: "/api/easel/", userKey: "ada" });
  expect(client()).toBe(first);
  rerender({ baseUrl: "https://api.example/easel" });
  expect(client()?.address).toBe("https://api.example/easel");
});

test("a client is taken as it is", () => {
  const own = createClient();
  expect(renderProvider({ client: own }).client()).toBe(own);
});

test("a base url renders on a server, where there is no location", () => {
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
])("props that name no one backend are refused: %#", (props, reason) => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  expect(() => render(<EaselProvider {...(props as EaselProviderProps)} />)).toThrow(reason);
});

test("exactly one of client and baseUrl compiles", () => {
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
