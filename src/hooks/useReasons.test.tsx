import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { Client } from "../client/index.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useReasons } from "./useReasons.ts";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const client: Client = {
  submit: vi.fn<Client["submit"]>(),
  getStatus: vi.fn<Client["getStatus"]>(),
  getResult: vi.fn<Client["getResult"]>(),
};

test("being offline is a reason, for as long as it lasts, in the app's own words", () => {
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(true);
  const { result } = renderHook(() => useReasons(), {
    wrapper: ({ children }) => (
      <EaselProvider client={client} labels={{ form: { offline: "Kein Netz." } }}>
        {children}
      </EaselProvider>
    ),
  });
  expect(result.current).toEqual([]);
  online.mockReturnValue(false);
  act(() => void window.dispatchEvent(new Event("offline")));
  expect(result.current).toEqual([{ code: "offline", message: "Kein Netz." }]);
  online.mockReturnValue(true);
  act(() => void window.dispatchEvent(new Event("online")));
  expect(result.current).toEqual([]);
});
