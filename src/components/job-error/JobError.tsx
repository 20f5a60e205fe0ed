"use client";
import { forwardRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { useTimeUntil } from "../../hooks/useTimeUntil.ts";
import type { Model } from "../../models/defineModel.ts";
import { chargeOf } from "../../protocol/advice.ts";
import type { EaselError } from "../../protocol/EaselError.ts";
import type { CheckedJob } from "../internals/checkOutcome.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useParts } from "../internals/useParts.ts";
import { errorDetail, errorSentence } from "./errorSentence.ts";
import { JobErrorActions } from "./JobErrorActions.tsx";
import { JobErrorFields } from "./JobErrorFields.tsx";
import { JobErrorRequest } from "./JobErrorRequest.tsx";

export interface JobErrorProps extends Omit<PartProps<"div">, "role"> {
  /** Error to show. If undefined, the component renders nothing. */
  readonly error: EaselError | undefined;
  /** Called when the user retries. The button shows the possible charge, and isn't rendered if a retry can't help. */
  readonly onRetry?: (() => void) | undefined;
  /** Called when the user checks whether the service accepted the job. The check is free. */
  readonly onCheck?: (() => void) | undefined;
  /** Job that failed. With it, the component shows the progress and outcome of a check. */
  readonly job?: CheckedJob | undefined;
  /** Model whose labels name the fields. @default the surrounding form's model */
  readonly model?: Model | undefined;
  /** Called with the name of the field that the user wants to fix. @default focuses the surrounding form's field */
  readonly onFocusField?: ((name: string) => void) | undefined;
}

/** Renders a `<div>` with an error's message, charge, and remedy. Announces each error once, without its details. */
export const JobError = forwardRef<HTMLDivElement, JobErrorProps>(function JobError(
  { error, onRetry, onCheck, job, model, onFocusField, ...props },
  ref,
) {
  const part = useParts(props.classNames);
  const text = useEasel().labels.result;
  const retryAt = useTimeUntil((error?.retry === "after" && error.retryAt) || 0);
  if (!error) return null;
  const { code, retry, fields = {}, requestId } = error;
  const charged = chargeOf(error);
  const sentence = errorSentence(error, text, { canRetry: onRetry !== undefined, retryAt });
  const detail = errorDetail(error);

  return (
    <Part
      as="div"
      partName="job-error"
      kind="root"
      state={{ code, charged, retry }}
      own={props}
      ref={ref}
    >
      <div role="alert" {...part("job-error-message", "stack")}>
        <p {...part("job-error-title")}>{text.errors[code] ?? error.message}</p>
        <div {...part("job-error-cost", "row")}>
          <p {...part("job-error-charged")} data-charged={charged}>
            {text.charged[charged]}
          </p>
          {sentence !== undefined && (
            <p {...part("job-error-remedy")} dir="auto">
              {sentence}
            </p>
          )}
        </div>
      </div>
      {detail !== undefined && (
        <p {...part("job-error-detail")} dir="auto">
          {detail}
        </p>
      )}
      {Object.keys(fields).length > 0 && (
        <JobErrorFields fields={fields} model={model} onFocusField={onFocusField} />
      )}
      {contentOf(props)}
      <JobErrorActions {...{ error, onRetry, onCheck, job }} isWaiting={retryAt !== undefined} />
      {requestId !== undefined && <JobErrorRequest requestId={requestId} />}
    </Part>
  );
});
