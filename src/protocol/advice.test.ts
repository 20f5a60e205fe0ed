import { expect, test } from "vitest";
import { adviceOf, adviceMessages, chargeOf } from "./advice.ts";
import { EaselError } from "./EaselError.ts";

test.each([
  ["run_failed", "no", "safe", "safe"],
  ["rate_limited", "no", "after", "after"],
  ["invalid_input", "no", "never", "never"],
  ["submit_unknown", "unknown", "unsafe", "unsafe"],
  ["internal", "no", "safe", "safe"],
  ["internal", "unknown", "unsafe", "unsafe"],
  ["network", "unknown", "safe", "unsafe"],
  ["network", "no", "safe", "safe"],
  ["run_failed", "yes", "safe", "paid"],
  ["content_blocked", "yes", "never", "never"],
  ["refused", "no", "unsafe", "unsafe"],
  ["job_not_found", "unknown", "never", "unsafe"],
  ["job_not_found", "yes", "never", "paid"],
  ["job_not_found", "no", "never", "never"],
  ["key_reused", "no", "safe", "safe"],
  ["key_reused", "no", "never", "never"],
] as const)("maps %s, charged %s, retry %s to %s", (code, charged, retry, advice) => {
  const error = new EaselError(code, { charged, retry });
  expect(adviceOf(error)).toBe(advice);
  expect(error.remedy).toContain(adviceMessages[advice]);
});

test("never reports an attempt as free if it's unsafe to repeat", () => {
  expect(chargeOf(new EaselError("refused", { charged: "no", retry: "unsafe" }))).toBe("unknown");
  expect(chargeOf(new EaselError("refused", { charged: "no", retry: "safe" }))).toBe("no");
  expect(chargeOf(new EaselError("refused", { charged: "yes", retry: "unsafe" }))).toBe("yes");
});
