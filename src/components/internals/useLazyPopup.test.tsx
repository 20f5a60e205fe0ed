import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { lazyModule } from "../../client/lazyModule.ts";
import { useLazyPopup } from "./useLazyPopup.ts";

afterEach(cleanup);

const content = { Popup: () => null };

test("opens once the module loads, reports a failure until a retry succeeds, and then opens at once", async () => {
  const load = vi
    .fn<() => Promise<typeof content>>()
    .mockRejectedValueOnce(new TypeError("Failed to fetch"))
    .mockResolvedValue(content);
  const onFailure = vi.fn();
  const module = lazyModule(load);
  const { result } = renderHook(() => useLazyPopup(module));
  expect(load).not.toHaveBeenCalled();
  await act(async () => result.current.open(onFailure));
  expect(result.current).toMatchObject({ opened: undefined, hasFailed: true });
  expect(onFailure).toHaveBeenCalledOnce();
  await act(async () => result.current.open());
  expect(result.current).toMatchObject({ opened: content, hasFailed: false });
  act(() => result.current.close());
  expect(result.current.opened).toBeUndefined();
  act(() => result.current.open());
  expect(result.current.opened).toBe(content);
  expect(load).toHaveBeenCalledTimes(2);
});

test("stays closed if it's closed while the module loads", async () => {
  let finish = () => {};
  const loading = new Promise<typeof content>((resolve) => {
    finish = () => resolve(content);
  });
  const module = lazyModule(() => loading);
  const { result } = renderHook(() => useLazyPopup(module));
  act(() => result.current.open());
  act(() => result.current.close());
  await act(async () => finish());
  expect(result.current).toMatchObject({ opened: undefined, hasFailed: false });
});

test("loads the module when the control is hovered or focused, without opening it", async () => {
  const module = lazyModule(async () => content);
  const { result } = renderHook(() => useLazyPopup(module));
  await act(async () => result.current.preloading.onFocus());
  expect(module.loaded()).toBe(content);
  expect(result.current.opened).toBeUndefined();
});
