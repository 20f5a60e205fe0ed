import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { useLoadedPart } from "./useLoadedPart.ts";

afterEach(cleanup);

function Part() {
  return null;
}

test("loads a part when it's opened, and reports a failure until a retry succeeds", async () => {
  const load = vi
    .fn<() => Promise<typeof Part>>()
    .mockRejectedValueOnce(new TypeError("Failed to fetch"))
    .mockResolvedValue(Part);
  const { result } = renderHook(() => useLoadedPart(load));
  expect(load).not.toHaveBeenCalled();
  await act(async () => result.current.open());
  expect(result.current).toMatchObject({ Part: undefined, hasFailed: true });
  await act(async () => result.current.open());
  expect(result.current).toMatchObject({ Part, hasFailed: false });
  act(() => result.current.close());
  expect(result.current).toMatchObject({ Part: undefined, hasFailed: false });
});
