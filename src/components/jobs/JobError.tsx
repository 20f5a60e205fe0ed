"use client";
import { forwardRef } from "react";
import { useEasel, useModelWords, type Labels } from "../../hooks/index.ts";
import type { Model } from "../../models/index.ts";
import { errorTable, type Charged, type EaselError } from "../../protocol/index.ts";
import { fieldLabel } from "../form/fieldLabel.ts";
import { fillPart } from "../parts/fillPart.ts";
import { formatSeconds } from "../parts/formatSeconds.ts";
import { renderPart, type PartProps } from "../parts/renderPart.ts";
import { useNow } from "./useNow.ts";
import { useParts } from "../parts/useParts.ts";

export interface JobErrorProps extends Omit<PartProps<"div">, "role"> {
  /** Without one nothing is rendered. */
  readonly error: EaselError | undefined;
  /** Sends the same again. Its button says what that may cost, and is not there where it can't help. */
  readonly onRetry?: (() => void) | undefined;
  /** Looks once more whether the job was taken. Free. */
  readonly onCheck?: (() => void) | undefined;
  /** Names the refused fields in its own words. */
  readonly model?: Model | undefined;
}

/** What the service or the host said, where that is more than the table's words for the code. */
function ownWords({ code, message }: EaselError): string | undefined {
  return message === errorTable[code].message ? undefined : message;
}

/** What sending the same again may cost, by what is known of the first time. */
function costOfAgain({ code, charged, retry }: EaselError): Charged {
  // The first one is over, and nothing more comes of it.
  if (code === "job_not_found") return "yes";
  return charged === "no" && retry === "unsafe" ? "unknown" : charged;
}

/** Whether sending the same again is safe; undefined where a new run of it is the way on. */
function safetyOf(error: EaselError): keyof Labels["result"]["again"] | undefined {
  const { retry, charged } = error;
  if (retry === "never") return charged === "no" ? "never" : undefined;
  const cost = costOfAgain(error);
  if (cost === "no") return retry === "after" ? "after" : "safe";
  return cost === "yes" ? "paid" : "unsafe";
}

function Message({ error, words }: { error: EaselError; words: Labels["result"] }) {
  const part = useParts();
  const own = ownWords(error);
  const safety = safetyOf(error);
  return (
    <div role="alert" {...part("job-error-message")}>
      <p {...part("job-error-title")}>{words.errors[error.code] ?? error.message}</p>
      {own !== undefined && (
        <p {...part("job-error-detail")} dir="auto">
          {own}
        </p>
      )}
      <div {...part("job-error-cost")}>
        <p {...part("job-error-charged")} data-charged={error.charged}>
          {words.charged[error.charged]}
        </p>
        {safety && <p {...part("job-error-again")}>{words.again[safety]}</p>}
      </div>
      <p {...part("job-error-remedy")}>{words.remedies[error.code] ?? error.remedy}</p>
    </div>
  );
}

function Actions({
  error,
  onRetry,
  onCheck,
  words,
}: JobErrorProps & { error: EaselError; words: Labels["result"] }) {
  const part = useParts();
  const waits = error.retry === "after" && error.retryAt !== undefined;
  const now = useNow(waits);
  const leftMs = waits ? Math.max(0, (error.retryAt ?? 0) - now) : 0;
  // The same job is gone for good; a new one of the same input is what there is to do.
  const canSend = error.retry !== "never" || error.code === "job_not_found";
  const retry = canSend ? onRetry : undefined;
  if (!retry && !onCheck) return null;
  return (
    <div {...part("job-error-actions")}>
      {onCheck && (
        <button type="button" {...part("job-error-check")} onClick={onCheck}>
          {words.checkAgain}
        </button>
      )}
      {retry && (
        <button
          type="button"
          {...part("job-error-retry")}
          data-charged={error.charged}
          disabled={leftMs > 0}
          onClick={retry}
        >
          {words.sendAgain[costOfAgain(error)]}
        </button>
      )}
      {leftMs > 0 && (
        <p {...part("job-error-countdown")}>
          {words.againIn(formatSeconds(words.locale, Math.ceil(leftMs / 1000)))}
        </p>
      )}
    </div>
  );
}

/**
 * What went wrong with a run, in the order that a person asks: what happened, was it charged, what to do, and whether
 * trying again is safe. Renders a `<div>`, read out once as it appears; nothing without an error.
 *
 * @example
 * const { error, retry } = useGenerate(sdxlTorch);
 *
 * <JobError error={error} onRetry={retry} />
 */
export const JobError = forwardRef<HTMLDivElement, JobErrorProps>(function JobError(
  { error, onRetry, onCheck, model: given, ...props },
  ref,
) {
  const part = useParts(props.classNames);
  const { labels } = useEasel();
  const model = useModelWords(given);
  const words = labels.result;
  if (!error) return null;
  const fields = Object.entries(error.fields ?? {});

  return renderPart({
    as: "div",
    name: "job-error",
    state: { code: error.code, charged: error.charged, retry: error.retry },
    ref,
    props: {
      ...props,
      children: fillPart(props, (children) => (
        <>
          <Message error={error} words={words} />
          {fields.length > 0 && (
            <ul {...part("job-error-fields")} aria-label={words.fields}>
              {fields.map(([name, message]) => (
                <li key={name}>
                  {name !== "" && <strong>{fieldLabel(model, name)}</strong>} {message}
                </li>
              ))}
            </ul>
          )}
          {children}
          <Actions error={error} onRetry={onRetry} onCheck={onCheck} words={words} />
          {error.requestId !== undefined && (
            <p {...part("job-error-request")}>
              {words.requestId} <code dir="ltr">{error.requestId}</code>
            </p>
          )}
        </>
      )),
    },
  });
});
