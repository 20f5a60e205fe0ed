import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test } from "vitest";
import type { Attempt } from "../ledger/attempt.ts";
import { createLedger } from "../ledger/createLedger.ts";
import { memoryStorage } from "../ledger/memoryStorage.ts";
import { EaselProvider } from "./EaselProvider.tsx";
import { useLastSeed } from "./useLastSeed.ts";
import { useRecentTexts } from "./useRecentTexts.ts";

afterEach(cleanup);

const never = () => new Promise<never>(() => {});
const client = { submit: never, getStatus: never, getResult: never };

function attempt(attemptId: string, input: Attempt["input"]): Attempt {
  return {
    attemptId,
    modelId: "sdxl-torch",
    scope: "s",
    input,
    startedAt: Number(attemptId),
    submit: "refused",
    detached: false,
  };
}

async function openRuns(inputs: readonly Attempt["input"][]) {
  const storage = memoryStorage();
  const ledger = createLedger({ storage, name: ":" });
  for (const [index, input] of inputs.entries()) await ledger.write(attempt(`${index + 1}`, input));
  const wrapper = ({ children }: { children: ReactNode }) => (
    <EaselProvider client={client} storage={storage}>
      {children}
    </EaselProvider>
  );
  return { wrapper };
}

test("returns texts newest first, without duplicates, up to the requested number", async () => {
  const prompts = ["a", "b", " ", "a", "c"].map((prompt) => ({ prompt, negative_prompt: "x" }));
  const { wrapper } = await openRuns([...prompts, { seed: 1 }]);
  const { result } = renderHook(
    () => [
      useRecentTexts("prompt"),
      useRecentTexts("prompt", 2),
      useRecentTexts("negative_prompt"),
    ],
    { wrapper },
  );
  await act(async () => {});
  expect(result.current).toEqual([["c", "a", "b"], ["c", "a"], ["x"]]);
});

test("returns the newest known seed", async () => {
  const { wrapper } = await openRuns([{ seed: 5 }, { seed: 0 }, { seed: -1 }, {}]);
  const { result } = renderHook(() => [useLastSeed("seed"), useLastSeed("other")], { wrapper });
  await act(async () => {});
  expect(result.current).toEqual([0, undefined]);
});
