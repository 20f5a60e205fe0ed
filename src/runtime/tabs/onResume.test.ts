import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onResume } from "./onResume.ts";

const page = {
  window: new EventTarget(),
  document: Object.assign(new EventTarget(), { visibilityState: "visible" }),
};

beforeEach(() => {
  for (const [name, value] of Object.entries(page)) vi.stubGlobal(name, value);
});
afterEach(() => void vi.unstubAllGlobals());

test("calls back when the page becomes visible, restored, or online, until unsubscribed", () => {
  const wake = vi.fn();
  const leave = onResume(wake);
  const show = (persisted: boolean) =>
    page.window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted }));

  page.document.visibilityState = "hidden";
  page.document.dispatchEvent(new Event("visibilitychange"));
  page.window.dispatchEvent(new Event("focus"));
  show(false);
  expect(wake).not.toHaveBeenCalled();

  page.window.dispatchEvent(new Event("online"));
  page.document.visibilityState = "visible";
  page.document.dispatchEvent(new Event("visibilitychange"));
  page.window.dispatchEvent(new Event("focus"));
  show(true);
  expect(wake.mock.calls).toEqual([["online"], ["visible"], ["visible"], ["visible"]]);

  leave();
  page.document.dispatchEvent(new Event("visibilitychange"));
  page.window.dispatchEvent(new Event("focus"));
  page.window.dispatchEvent(new Event("online"));
  show(true);
  expect(wake).toHaveBeenCalledTimes(4);
});
