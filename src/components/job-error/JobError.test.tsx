import { act, cleanup, fireEvent, render, screen, within as inside } from "@testing-library/react";
import type { ReactElement } from "react";
import * as languages from "react-easel/labels";
import { afterEach, expect, test, vi } from "vitest";
import { describePart } from "../../../test/parts/describePart.tsx";
import { createClient } from "../../client/createClient.ts";
import { EaselProvider } from "../../hooks/EaselProvider.tsx";
import { sdxlTorch } from "../../models/catalog/sdxlTorch.ts";
import { adviceOf, adviceMessages } from "../../protocol/advice.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { errorTable, type Charged, type EaselErrorCode } from "../../protocol/errorTable.ts";
import * as PromptForm from "../prompt-form/promptFormParts.ts";
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
  vi.restoreAllMocks();
});

/** Converts text from the error table to the typography of labels. */
const typographic = (text: string) => text.replaceAll("'", "’");

const forDevelopers: ReadonlySet<EaselErrorCode> = new Set([
  "invalid_request",
  "not_found",
  "method_not_allowed",
  "not_json",
]);

/** Returns what a user reads for an error: the table's texts, unless these are for developers. */
function textsOf(code: EaselErrorCode): readonly string[] {
  if (forDevelopers.has(code)) {
    return ["This app’s server couldn’t process the request.", "Contact this app’s support."];
  }
  const { message, remedy } = errorTable[code];
  return [code === "run_canceled" ? "Stopped." : typographic(message), typographic(remedy)];
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });

test("shows nothing without an error", () => {
  show(<JobError error={undefined} />);
  expect(document.querySelector("[data-easel]")).toBeNull();
});

test.each(Object.keys(errorTable) as EaselErrorCode[])(
  "%s says what happened, whether it was charged, and one thing to do",
  (code) => {
    show(<JobError error={new EaselError(code)} onRetry={() => {}} />);
    const said = screen.getByRole("alert").textContent ?? "";
    const charged = { no: "Not charged", yes: "Charged", unknown: "May have been charged" };
    const [title = "", remedy = ""] = textsOf(code);
    const advice = adviceOf(new EaselError(code));
    // The button says whether the retry is charged.
    const again = advice === "unsafe" ? "" : typographic(adviceMessages[advice]);
    expect(said).toBe(`${title}${charged[errorTable[code].charged]}${remedy || again}`);
    const canSend = errorTable[code].retry !== "never" || code === "job_not_found";
    expect(screen.queryAllByRole("button")).toHaveLength(canSend ? 1 : 0);
  },
);

test.each([
  [new EaselError("run_failed"), "It’s safe to try again."],
  [new EaselError("rate_limited"), "Wait a moment, then try again."],
  [new EaselError("submit_unknown"), "Trying again may charge you twice."],
  [new EaselError("network"), "Trying again may charge you twice."],
  [new EaselError("internal", { charged: "yes" }), "You’ll be charged again."],
  [new EaselError("internal", { charged: "no", retry: "safe" }), "It’s safe to try again."],
  [new EaselError("invalid_input"), "Trying again without changes won’t help."],
])("%s says whether trying again is safe, unless a remedy or a button says it", (error, words) => {
  show(<JobError error={error} />);
  const said = screen.getByRole("alert").textContent;
  if (error.charged === "no" && error.retry !== "unsafe") {
    expect(said).toMatch(new RegExp(`${words}$|${typographic(errorTable[error.code].remedy)}$`));
  } else expect(said).toContain(words);
});

/** Words about charges and retries, which only the advice and the charge may use. */
const claims = {
  en: /charge|paid|free|again|retry|safe/i,
  de: /kosten|abgerechnet|bezahlt|kostet|erneut|noch einmal|gefahrlos/i,
  es: /cobr|pagad|de nuevo|otra vez|reint/i,
  ja: /課金|料金|もう一度|再度|再び/,
  ar: /تكلف|مدفوع|من جديد|مجدد|مرة أخرى|المحاولة/,
} as const;
const charges = ["no", "yes", "unknown"] as const;
const retries = ["safe", "after", "unsafe", "never"] as const;
const outcomes = (Object.keys(errorTable) as EaselErrorCode[]).flatMap((code) =>
  charges.flatMap((charged) => retries.map((retry) => new EaselError(code, { charged, retry }))),
);
/** Charges that each advice can appear with, and the charge on its button. */
const fits: Record<
  keyof typeof adviceMessages,
  readonly [readonly Charged[], Charged | undefined]
> = {
  safe: [["no"], "no"],
  after: [["no"], "no"],
  unsafe: [["unknown"], "unknown"],
  paid: [["yes"], "yes"],
  never: [charges, undefined],
};

test.each(Object.entries(languages))("%s never contradicts itself", (language, labels) => {
  const { errors, remedies, charged: charge, retryAdvice: again } = labels.result;
  const { retry: sendAgain, stoppedLate } = labels.result;
  const claim = claims[language as keyof typeof claims];
  for (const text of [...Object.values(errors), ...Object.values(remedies)]) {
    // This text is about the reused key of an attempt, not about a retry.
    if (text === errors.key_reused) continue;
    expect(text).not.toMatch(claim);
  }
  const view = render(
    <EaselProvider client={client} labels={labels}>
      {outcomes.map((error) => (
        <JobError
          key={`${error.code} ${error.charged} ${error.retry}`}
          error={error}
          onRetry={() => {}}
        />
      ))}
    </EaselProvider>,
  );
  const cards = Array.from(view.container.children);
  expect(cards).toHaveLength(outcomes.length);
  for (const [index, error] of outcomes.entries()) {
    const textOf = (part: string) =>
      cards[index]?.querySelector(`[data-easel="job-error-${part}"]`)?.textContent ?? undefined;
    const advice = adviceOf(error);
    const [fitting, cost] = fits[advice];
    expect(fitting.map((one) => charge[one])).toContain(textOf("charged"));
    expect(textOf("title")).toBe(errors[error.code]);
    const isOnButton = cost === "yes" || cost === "unknown";
    const reason = error.code === "run_canceled" && cost === "yes" ? stoppedLate : "";
    const sentence = reason || remedies[error.code] || (isOnButton ? undefined : again[advice]);
    expect(textOf("remedy")).toBe(sentence);
    expect(textOf("retry")).toBe(cost && sendAgain[cost]);
  }
});

test("shows the app's reason for a refusal instead of the general fix", () => {
  show(
    <JobError error={new EaselError("refused", { message: "Your plan has no images left." })} />,
  );
  const text = screen.getByRole("alert").textContent;
  expect(text).toContain("Your plan has no images left.");
  expect(text).not.toContain("support");
});

test.each([
  ["unknown", "Send again (may charge twice)"],
  ["yes", "Generate again (charged again)"],
] as const)("offers to regenerate a missing job whose charge is %s", (charged, name) => {
  const onRetry = vi.fn();
  show(<JobError error={new EaselError("job_not_found", { charged })} onRetry={onRetry} />);
  expect(screen.getByRole("alert").textContent).not.toMatch(/won['’]t help/);
  fireEvent.click(button(name));
  expect(onRetry).toHaveBeenCalledOnce();
});

test("labels the retry button with its possible charge", () => {
  const view = show(<JobError error={new EaselError("upstream_error")} onRetry={() => {}} />);
  button("Try again");
  view.unmount();
  show(<JobError error={new EaselError("submit_unknown")} onRetry={() => {}} />);
  button("Send again (may charge twice)");
});

test("says that a charged job is charged again", () => {
  show(<JobError error={new EaselError("internal", { charged: "yes" })} onRetry={() => {}} />);
  button("Generate again (charged again)");
});

test("never offers a plain retry for an unknown outcome", () => {
  show(<JobError error={new EaselError("deadline")} onRetry={() => {}} />);
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
});

test("disables the retry until its time, which it shows like the form's reason", () => {
  vi.useFakeTimers({ now: 1_000_000 });
  const onRetry = vi.fn();
  const error = new EaselError("rate_limited", { retryAt: 1_003_000 });
  show(<JobError error={error} onRetry={onRetry} />);
  expect(button("Try again").disabled).toBe(true);
  const time = new Date(1_003_000).toLocaleTimeString("en");
  const said = () => inside(screen.getByRole("alert")).getByText(/try again/).textContent;
  expect(said()).toBe(`You can try again at ${time}.`);
  act(() => {
    vi.advanceTimersByTime(3_001);
  });
  expect(button("Try again").disabled).toBe(false);
  expect(said()).toBe("It’s safe to try again.");
  button("Try again").click();
  expect(onRetry).toHaveBeenCalledOnce();
});

test("shows the service's message after the alert if it says more", () => {
  const message = "scheduler: 'x' is not allowed";
  show(<JobError error={new EaselError("run_failed", { message, requestId: "abc-1" })} />);
  screen.getByText(message);
  screen.getByText("abc-1");
  const said = screen.getByRole("alert").textContent;
  expect(said).toBe("Image generation failed.Not chargedChanging the settings may help.");
});

test.each([
  ["The prompt names a living person.", true],
  ["The request was blocked by the content policy (RAI)", false],
])("shows what the content filter says unless it only names itself: %s", (message, isShown) => {
  show(<JobError error={new EaselError("content_blocked", { message })} />);
  expect(screen.queryByText(message) !== null).toBe(isShown);
});

test("names rejected fields with the model's labels, instead of the service's message", () => {
  const error = new EaselError("parameter_rejected", {
    message: "Invalid value for parameter img_width: Must be 1024.",
    fields: { img_width: "Must be 1024." },
  });
  show(<JobError error={error} model={sdxlTorch} />);
  expect(screen.getByRole("listitem").textContent).toBe("Width Must be 1024.");
  expect(screen.queryByText(/img_width/)).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
});

const stepsRejected = new EaselError("parameter_rejected", {
  fields: { num_inference_steps: "Invalid value." },
});

test("calls the app with the field to fix", () => {
  const onFocusField = vi.fn();
  show(<JobError error={stepsRejected} model={sdxlTorch} onFocusField={onFocusField} />);
  button("Steps").click();
  expect(onFocusField).toHaveBeenCalledExactlyOnceWith("num_inference_steps");
});

test("opens the section of the surrounding form's field and focuses it", () => {
  show(
    <PromptForm.Root model={sdxlTorch} onGenerate={() => {}}>
      <JobError error={stepsRejected} />
      <PromptForm.Fields />
    </PromptForm.Root>,
  );
  const section = () => document.activeElement?.closest("details");
  expect(section()?.open).not.toBe(true);
  act(() => button("Steps").click());
  expect(document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.id).toMatch(
    /num_inference_steps|Steps/,
  );
  expect(section()?.open).toBe(true);
});

test("folds the request ID away, and confirms that it was copied", async () => {
  const writeText = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  show(<JobError error={new EaselError("run_failed", { requestId: "abc-1" })} />);
  expect(screen.getByText("abc-1").closest("details")?.open).toBe(false);
  const copy = screen.getByRole("button", { name: "Copy request ID", hidden: true });
  expect(copy.querySelector("svg")?.dataset["icon"]).toBe("copy");
  await act(async () => copy.click());
  expect(writeText).toHaveBeenCalledExactlyOnceWith("abc-1");
  expect(copy.querySelector("svg")?.dataset["icon"]).toBe("check");
  screen.getByText("Copied.");
});

test("selects the request ID if it can't be copied", async () => {
  const blocked = new Error("The clipboard is blocked.");
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(blocked);
  show(<JobError error={new EaselError("run_failed", { requestId: "abc-1" })} />);
  const copy = screen.getByRole("button", { name: "Copy request ID", hidden: true });
  await act(async () => copy.click());
  expect(getSelection()?.toString()).toBe("abc-1");
  expect(screen.queryByText("Copied.")).toBeNull();
});

const checkedAt = new Date(2026, 3, 1, 10, 32).getTime();
const unknownJob = { status: "unknown", checking: false, checkedAt, trouble: undefined } as const;

test.each([
  [{ ...unknownJob, checkedAt: undefined }, ""],
  [{ ...unknownJob, checking: true }, "Checking…"],
  [
    { ...unknownJob, trouble: new EaselError("submit_unknown") },
    /^Checked at 10:32.AM: still not confirmed\.$/,
  ],
  [
    { ...unknownJob, trouble: new EaselError("unauthorized") },
    "Couldn’t check. You’re not signed in.",
  ],
])("says what a check is doing and what it found: %#", (job, words) => {
  const onCheck = vi.fn();
  const onRetry = vi.fn();
  const error = new EaselError("submit_unknown");
  show(<JobError error={error} job={job} onCheck={onCheck} onRetry={onRetry} />);
  expect(screen.getAllByRole("status").at(-1)?.textContent).toMatch(words);
  button("Check again").click();
  expect(onCheck).toHaveBeenCalledTimes(job.checking ? 0 : 1);
  // While a check is running, sending again could start a second generation.
  expect(button("Send again (may charge twice)").disabled).toBe(job.checking);
});

test.each(["backend_unreachable", "cross_site", "not_configured", ...forDevelopers] as const)(
  "%s hides the developer's message from the user",
  (code) => {
    show(<JobError error={new EaselError(code, { message: "EASEL_SECRET isn't set." })} />);
    const text = screen.getByRole("alert").textContent;
    for (const part of textsOf(code)) expect(text).toContain(part);
    expect(text).not.toContain("EASEL_SECRET");
  },
);
