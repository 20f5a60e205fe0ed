import { cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { Client } from "../client/client.ts";
import { sdxlTorch } from "../models/catalog/sdxlTorch.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useCredits } from "./useCredits.ts";
import { useFavorites } from "./useFavorites.ts";
import { useGenerate } from "./useGenerate.ts";
import { useHistory } from "./useHistory.ts";
import { useImageUpload } from "./useImageUpload.ts";
import { useJobs } from "./useJobs.ts";
import { useStableActions } from "./useStableActions.ts";

afterEach(cleanup);

const client = {
  submit: vi.fn<Client["submit"]>(),
  getStatus: vi.fn<Client["getStatus"]>(),
  getResult: vi.fn<Client["getResult"]>(),
} satisfies Client;

test("calls the action of the latest render", () => {
  const { result, rerender } = renderHook(
    ({ step }) => useStableActions({ next: (value: number) => value + step }),
    { initialProps: { step: 1 } },
  );
  const { next } = result.current;
  expect(next(10)).toBe(11);
  rerender({ step: 5 });
  expect(next(10)).toBe(15);
});

/** Functions that read rendered state, so they change on each render. */
const readers = new Set(["has"]);

const actionsOf = (result: object): readonly (readonly [string, unknown])[] =>
  Object.entries(result).filter(
    ([name, value]) => typeof value === "function" && !readers.has(name),
  );

test.each<[string, () => object]>([
  ["useCredits", () => useCredits()],
  ["useFavorites", () => useFavorites("style")],
  ["useGenerate", () => useGenerate(sdxlTorch)],
  ["useHistory", () => useHistory()],
  ["useHistory's selection", () => useHistory().selection],
  ["useImageUpload", () => useImageUpload()],
  ["useJobs", () => useJobs()],
])("%s keeps its actions stable between renders", (_, useHook) => {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <EaselProvider client={client}>{children}</EaselProvider>
  );
  const { result, rerender } = renderHook(useHook, { wrapper });
  const before = new Map(actionsOf(result.current));
  expect(before.size).toBeGreaterThan(0);
  rerender();
  for (const [name, action] of actionsOf(result.current)) expect(action).toBe(before.get(name));
});
