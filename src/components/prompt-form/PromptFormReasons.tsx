"use client";
import { forwardRef, useContext, useEffect } from "react";
import { useFormState } from "react-hook-form";
import { useEasel } from "../../hooks/useEasel.ts";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import type { FieldDescriptor } from "../../models/describeFields.ts";
import type { EaselError } from "../../protocol/EaselError.ts";
import { focusField, showFocusedField } from "../form-context/focusField.ts";
import {
  FoldContext,
  hiddenReasonsId,
  reasonsId,
  SubmitContext,
  usePromptForm,
} from "../form-context/PromptFormContext.ts";
import { Part, type PartProps } from "../internals/Part.tsx";
import { useParts } from "../internals/useParts.ts";
import { fieldGroups } from "./fieldGroups.ts";
import { repeatModule, RepeatQuestionContext } from "./useRepeatQuestion.ts";

export interface PromptFormReasonsProps extends PartProps<"div"> {
  /** Error that a `JobError` on the same page shows. The reasons don't repeat it, but still describe the button. */
  readonly error?: EaselError | undefined;
}

interface Obstacle {
  readonly message: string;
  readonly field?: FieldDescriptor | undefined;
  /** Whether the obstacle is temporary and needs no user action. */
  readonly passing?: boolean;
}

/** Returns the backend's errors and, after a submission, the validation errors, in the fields' rendering order. */
function useRefusals(
  { form, fields }: ModelForm,
  shown: Readonly<Record<string, string>> = {},
): readonly Obstacle[] {
  const { errors, submitCount } = useFormState({ control: form.control });
  if (Object.keys(errors).length === 0) return [];
  const drawn = fieldGroups(fields).flatMap(([, group]) => group);
  const hidden = fields.filter((field) => !drawn.includes(field));
  const refused = [...drawn, ...hidden].flatMap((field) => {
    const { message = "", type } = errors[field.name] ?? {};
    const isShown = type === "server" ? !(field.name in shown) : submitCount > 0;
    return type !== undefined && isShown ? [{ field, message }] : [];
  });
  const whole = errors.root?.["server"]?.message;
  return whole === undefined || "" in shown ? refused : [...refused, { message: whole }];
}

/**
 * Renders a `<div role="status">` with the reasons that prevent submission, and a button for each field to fix. Above it,
 * asks for confirmation before an earlier generation is repeated with the same seed and charged again.
 */
export const PromptFormReasons = forwardRef<HTMLDivElement, PromptFormReasonsProps>(
  function PromptFormReasons({ error, ...props }, ref) {
    const part = useParts(props.classNames);
    const { id, modelForm } = usePromptForm("PromptForm.Reasons");
    const { reasons } = useContext(SubmitContext);
    const [, setUnfolded] = useContext(FoldContext);
    const { labels } = useEasel();
    const { question, register } = useContext(RepeatQuestionContext);
    const Question = repeatModule.loaded()?.RepeatQuestion;
    useEffect(() => register(), [register]);
    const refusals = useRefusals(modelForm, error?.fields);
    const { fields } = modelForm;
    const limit =
      error?.code === "rate_limited" && reasons.find(({ code }) => code === "rate-limited");
    const obstacles: readonly Obstacle[] = [
      ...refusals,
      ...reasons
        .filter((reason) => reason !== limit)
        .map(({ code, message, field }) => ({
          message,
          passing: code === "preparing",
          field: fields.find(({ name }) => name === field),
        })),
    ];
    const ofFields = obstacles.flatMap(({ field, ...rest }) => (field ? [{ field, ...rest }] : []));
    const messages = obstacles.map(({ message }) => message).join("\n");
    // The messages may push the focused field out of its scroll area.
    useEffect(() => {
      if (messages !== "") showFocusedField(id);
    }, [id, messages]);
    const toFix = ofFields.filter(({ passing }) => !passing).length;
    return (
      <>
        {question && Question && <Question {...question} />}
        <Part
          as="div"
          partName="prompt-form-reasons"
          kind="stack"
          state={{ empty: obstacles.length === 0 }}
          id={reasonsId(id)}
          role="status"
          own={props}
          ref={ref}
        >
          {toFix > 0 && (
            <p {...part("prompt-form-reasons-title", "strong")}>{labels.form.fix(toFix)}</p>
          )}
          {ofFields.length > 0 && (
            <ul {...part("prompt-form-reasons-list", "list")}>
              {ofFields.map(({ field: { name, label }, message }) => (
                <li key={`${name} ${message}`}>
                  <button
                    {...part("prompt-form-reason", "button-bare")}
                    onClick={() => focusField(id, name, setUnfolded)}
                  >
                    {label}
                  </button>{" "}
                  {message}
                </li>
              ))}
            </ul>
          )}
          {obstacles.map(
            ({ field, message }) =>
              !field && (
                <p key={message} {...part("prompt-form-reasons-text")}>
                  {message}
                </p>
              ),
          )}
        </Part>
        {limit && (
          <p {...part("prompt-form-limit", "visually-hidden")} id={hiddenReasonsId(id)}>
            {limit.message}
          </p>
        )}
      </>
    );
  },
);
