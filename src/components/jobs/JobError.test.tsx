import { act, cleanup, fireEvent, render, screen, within as inside } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { createClient } from "../../client/index.ts";
import { EaselProvider } from "../../hooks/index.ts";
import { sdxlTorch } from "../../models/index.ts";
import { EaselError, errorTable, type EaselErrorCode } from "../../protocol/index.ts";
import { describePart } from "../parts/describePart.tsx";
import { JobError } from "./JobError.tsx";

const client = createClient();
const show = (element: ReactElement) =>
  render(<EaselProvider client={client}>{element}</EaselProvider>);

describePart({
  part: "job-error",
  element: <JobError error={new EaselError("run_failed")} />,
  wrap: (part) => <EaselProvider client={client}>{part}</EaselProvider>,
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });

test("shows nothing without an error", () => {
  show(<JobError error={undefined} />);
  expect(document.querySelector("[data-easel]")).toBeNull();
});

test.each(Object.keys(errorTable) as EaselErrorCode[])(
  "%s says what happened, whether it was charged and what to do",
  (code) => {
    show(<JobError error={new EaselError(code)} onRetry={() => {}} />);
    const said = screen.getByRole("alert").textContent ?? "";
    const charged = { no: "Not charged", yes: "Charged", unknown: "May have been charged" };
    expect(said).toContain(errorTable[code].message);
    expect(said).toContain(errorTable[code].remedy);
    expect(said).toContain(charged[errorTable[code].charged]);
    const canSend = errorTable[code].retry !== "never" || code === "job_not_found";
    expect(screen.queryAllByRole("button")).toHaveLength(canSend ? 1 : 0);
  },
);

test.each([
  [new EaselError("run_failed"), "Trying again is safe."],
  [new EaselError("rate_limited"), "Trying again is safe in a moment."],
  [new EaselError("submit_unknown"), "Trying again may be charged twice."],
  [new EaselError("network"), "Trying again may be charged twice."],
  [new EaselError("internal", { charged: "yes" }), "Trying again is charged once more."],
  [new EaselError("invalid_input"), "Trying the same again won't help."],
])("%s says whether trying again is safe", (error, words) => {
  show(<JobError error={error} />);
  expect(screen.getByRole("alert").textContent).toContain(words);
});

test("of a job that is past its time nobody says that it can't be made again", () => {
  show(<JobError error={new EaselError("job_not_found")} />);
  expect(screen.getByRole("alert").textContent).not.toContain("Trying");
});

test("a job that is past its time has a button that makes it again, and says that it is charged", () => {
  const onRetry = vi.fn();
  show(<JobError error={new EaselError("job_not_found")} onRetry={onRetry} />);
  fireEvent.click(button("Send again: charges once more"));
  expect(onRetry).toHaveBeenCalledOnce();
});

test("the button says what sending again may cost", () => {
  const view = show(<JobError error={new EaselError("upstream_error")} onRetry={() => {}} />);
  button("Try again");
  view.unmount();
  show(<JobError error={new EaselError("submit_unknown")} onRetry={() => {}} />);
  button("Send again: may charge twice");
});

test("what was charged once is said to be charged once more", () => {
  show(<JobError error={new EaselError("internal", { charged: "yes" })} onRetry={() => {}} />);
  button("Send again: charges once more");
});

test("an outcome that nobody knows never offers a plain retry, however safe a look may be", () => {
  show(<JobError error={new EaselError("deadline")} onRetry={() => {}} />);
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
});

test("the retry waits for its moment and counts down outside of the alert", () => {
  vi.useFakeTimers({ now: 1_000_000 });
  const onRetry = vi.fn();
  const error = new EaselError("rate_limited", { retryAt: 1_003_000 });
  show(<JobError error={error} onRetry={onRetry} />);
  expect(button("Try again").disabled).toBe(true);
  screen.getByText("You can try again in 3 sec.");
  expect(inside(screen.getByRole("alert")).queryByText(/3 sec/)).toBeNull();
  act(() => {
    vi.advanceTimersByTime(3_000);
  });
  expect(button("Try again").disabled).toBe(false);
  button("Try again").click();
  expect(onRetry).toHaveBeenCalledOnce();
});

test("the service's own sentence follows where it says more", () => {
  const message = "scheduler: 'x' is not allowed";
  show(<JobError error={new EaselError("parameter_rejected", { message })} />);
  expect(screen.getByRole("alert").textContent).toContain(message);
});

test("refused fields are named in the model's words", () => {
  const error = new EaselError("invalid_input", { fields: { img_width: "Must be 1024." } });
  show(<JobError error={error} model={sdxlTorch} />);
  expect(screen.getByRole("listitem").textContent).toBe("Width Must be 1024.");
});

test("the request id is there to copy, and a look can be asked for", () => {
  const onCheck = vi.fn();
  const error = new EaselError("submit_unknown", { requestId: "abc-1" });
  show(<JobError error={error} onCheck={onCheck} />);
  screen.getByText("abc-1");
  button("Check again").click();
  expect(onCheck).toHaveBeenCalledOnce();
});
