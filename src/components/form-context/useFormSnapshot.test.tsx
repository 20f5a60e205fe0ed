import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { useModelForm } from "../../hooks/useModelForm.ts";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { useFormSnapshot } from "./useFormSnapshot.ts";

afterEach(cleanup);

function openForm() {
  const { form } = renderHook(() => useModelForm(sdxlTorch)).result.current;
  return form;
}

test("re-renders only for the values it reads", () => {
  const form = openForm();
  const drawn = vi.fn();
  const { result } = renderHook(() => {
    drawn();
    return useFormSnapshot(form, () => form.getValues(["seed", "style"]));
  });
  drawn.mockClear();
  act(() => form.setValue("prompt", "a fox"));
  act(() => form.setError("prompt", { message: "no" }));
  expect(drawn).not.toHaveBeenCalled();
  act(() => form.setValue("style", "anime"));
  expect(drawn).toHaveBeenCalledOnce();
  expect(result.current[1]).toBe("anime");
});

test("re-renders for errors, too", () => {
  const form = openForm();
  const { result } = renderHook(() =>
    useFormSnapshot(form, () => [form.getFieldState("seed").error?.message]),
  );
  act(() => form.setError("seed", { message: "no" }));
  expect(result.current).toEqual(["no"]);
  act(() => form.reset());
  expect(result.current).toEqual([undefined]);
});

test("subscribes to a form once for all readers, and unsubscribes with the last reader", () => {
  const form = openForm();
  const end = vi.fn();
  const subscribe = vi.spyOn(form, "subscribe").mockReturnValue(end);
  const read = () => renderHook(() => useFormSnapshot(form, () => [form.getValues("seed")]));
  const readers = [read(), read(), read()];
  expect(subscribe).toHaveBeenCalledOnce();
  for (const { unmount } of readers) {
    expect(end).not.toHaveBeenCalled();
    unmount();
  }
  expect(end).toHaveBeenCalledOnce();
});
