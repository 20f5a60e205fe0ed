"use client";
import { forwardRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { useModelLabels } from "../../hooks/useModelLabels.ts";
import type { Model } from "../../models/defineModel.ts";
import { adviceOf, chargeOf } from "../../protocol/advice.ts";
import type { EaselError } from "../../protocol/EaselError.ts";
import { errorTable } from "../../protocol/errorTable.ts";
import { fieldLabel } from "../internals/fieldLabel.ts";
import { formatSeconds } from "../internals/formatSeconds.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useNow } from "../internals/useNow.ts";
import { useParts } from "../internals/useParts.ts";
import { userMessage } from "../internals/userMessage.ts";

export interface JobErrorProps extends Omit<PartProps<"div">, "role"> {
  /** Error to show. If undefined, the component renders nothing. */
  readonly error: EaselError | undefined;
  /** Called when the user retries. The button shows the possible charge, and isn't rendered if a retry can't help. */
  readonly onRetry?: (() => void) | undefined;
  /** Called when the user checks whether the service accepted the job. The check is free. */
  readonly onCheck?: (() => void) | undefined;
  readonly model?: Model | undefined;
}

/** Whether a retry may be charged, by retry advice. Undefined if a retry can't help. */
const costs = {
  safe: "no",
  after: "no",
  unsafe: "unknown",
  paid: "yes",
  never: undefined,
} as const;

function Message({ error }: { readonly error: EaselError }) {
  const part = useParts();
  const text = useEasel().labels.result;
  const own = userMessage(error);
  const charged = chargeOf(error);
  const remedy = text.remedies[error.code] ?? errorTable[error.code].remedy;
  // If the app explains why it refused the job, the general remedy is omitted.
  const isExplained = error.code === "refused" && own !== undefined;
  return (
    <div role="alert" {...part("job-error-message", "stack")}>
      <p {...part("job-error-title")}>{text.errors[error.code] ?? error.message}</p>
      {own !== undefined && (
        <p {...part("job-error-detail")} dir="auto">
          {own}
        </p>
      )}
      <div {...part("job-error-cost", "row")}>
        <p {...part("job-error-charged")} data-charged={charged}>
          {text.charged[charged]}
        </p>
        <p {...part("job-error-again")}>{text.retryAdvice[adviceOf(error)]}</p>
      </div>
      {remedy !== "" && !isExplained && <p {...part("job-error-remedy")}>{remedy}</p>}
    </div>
  );
}

function Actions({ error, onRetry, onCheck }: JobErrorProps & { readonly error: EaselError }) {
  const part = useParts();
  const text = useEasel().labels.result;
  const waits = error.retry === "after" && error.retryAt !== undefined;
  const now = useNow(waits);
  const leftMs = waits ? Math.max(0, (error.retryAt ?? 0) - now) : 0;
  const cost = costs[adviceOf(error)];
  const retry = cost && onRetry;
  if (!retry && !onCheck) return null;
  return (
    <div {...part("job-error-actions", "row")}>
      {onCheck && (
        <button {...part("job-error-check", "button")} onClick={onCheck}>
          {text.checkStatus}
        </button>
      )}
      {retry && (
        <button
          {...part("job-error-retry", "button")}
          data-charged={cost}
          disabled={leftMs > 0}
          onClick={retry}
        >
          {text.retry[cost]}
        </button>
      )}
      {leftMs > 0 && (
        <p {...part("job-error-countdown", "figures")}>
          {text.retryIn(formatSeconds(text.locale, Math.ceil(leftMs / 1000)))}
        </p>
      )}
    </div>
  );
}

/** Renders a `<div>` with an error's message, charge, remedy, and retry advice. Each error is announced once. */
export const JobError = forwardRef<HTMLDivElement, JobErrorProps>(function JobError(
  { error, onRetry, onCheck, model: given, ...props },
  ref,
) {
  const part = useParts(props.classNames);
  const text = useEasel().labels.result;
  const model = useModelLabels(given);
  if (!error) return null;
  const fields = Object.entries(error.fields ?? {});

  return (
    <Part
      as="div"
      partName="job-error"
      kind="root"
      state={{ code: error.code, charged: chargeOf(error), retry: error.retry }}
      own={props}
      ref={ref}
    >
      <Message error={error} />
      {fields.length > 0 && (
        <ul {...part("job-error-fields")} aria-label={text.fields}>
          {fields.map(([name, message]) => (
            <li key={name}>
              {name !== "" && <strong>{fieldLabel(model, name)}</strong>} {message}
            </li>
          ))}
        </ul>
      )}
      {contentOf(props)}
      <Actions error={error} onRetry={onRetry} onCheck={onCheck} />
      {error.requestId !== undefined && (
        <p {...part("job-error-request", "caption")}>
          {text.requestId} <code dir="ltr">{error.requestId}</code>
        </p>
      )}
    </Part>
  );
});
