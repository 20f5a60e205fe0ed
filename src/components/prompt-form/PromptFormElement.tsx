"use client";
import { forwardRef, memo, useEffect, useMemo, useRef, type KeyboardEvent } from "react";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import type { Reason } from "../../hooks/useReasons.ts";
import type { Model, ModelInput } from "../../models/defineModel.ts";
import type { FormValues } from "../../models/formValues.ts";
import type { GenerateStatus } from "../../protocol/jobState.ts";
import { focusFirstField } from "../form-context/focusField.ts";
import { PromptFormContext, SubmitContext } from "../form-context/PromptFormContext.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { RecipeDrop } from "../recipes/RecipeDrop.tsx";
import { useDroppedRecipe } from "../recipes/useDroppedRecipe.ts";
import { useBalanceReason } from "./useBalanceReason.ts";
import { useFieldReasons } from "./useFieldReasons.ts";
import { useFilled } from "./useFilled.ts";

export interface PromptFormElementProps<M extends Model = Model> extends PartProps<"form"> {
  /** Gets the validated input, every default filled in. Give `generate` of `useGenerate`. */
  readonly onGenerate: (input: ModelInput<M>) => void;
  /** `status` of `useGenerate`. @default "idle" */
  readonly status?: GenerateStatus | undefined;
  /** `isSubmitting` of `useGenerate`. While it is true, the form isn't sent again. @default status === "submitting" */
  readonly isSubmitting?: boolean | undefined;
  /** Why nothing can be generated just now: `reasons` of `useGenerate`. */
  readonly reasons?: readonly Reason[] | undefined;
  /** Values to put in beside what stands there, once for each new object: such as `onUse` of `ImageResult.Root` gives. */
  readonly fill?: FormValues | undefined;
  /** What the host's backend refused: `fields` of an `invalid_input` error. */
  readonly fieldErrors?: Readonly<Record<string, string>> | undefined;
}

interface ElementProps extends PromptFormElementProps {
  readonly modelForm: ModelForm;
  /** Stands before each id of the form's elements, and stays the same when the model changes. */
  readonly idPrefix: string;
}

type SubmitEvent = Parameters<NonNullable<ElementProps["onSubmit"]>>[0];

const noReasons: readonly Reason[] = [];

/**
 * The `<form>` itself, around a form's values: checks, sends, and tells its parts where things stand. Kept as it is when
 * React Hook Form draws its owner a second time, as it does at the start of every form.
 */
export const PromptFormElement = memo(
  forwardRef<HTMLFormElement, ElementProps>(function PromptFormElement(props, ref) {
    const {
      modelForm: { model, fields, form },
      idPrefix: id,
      onGenerate,
      status = "idle",
      isSubmitting: sending = status === "submitting",
      reasons: given = noReasons,
      fieldErrors,
      fill,
      ...rest
    } = props;
    const { reasons: fromFields, setFieldReason } = useFieldReasons();
    const start = useRef<HTMLDivElement>(null);
    const context = useMemo(
      () => ({ id, start, modelForm: { model, fields, form }, setFieldReason }),
      [id, model, fields, form, setFieldReason],
    );
    const { reasons: ofBalance, refresh: recheck } = useBalanceReason(context.modelForm);
    const reasons = useMemo(
      () => [...fromFields, ...given, ...ofBalance],
      [fromFields, given, ofBalance],
    );
    const submitting = useMemo(
      () => ({ status, sending, reasons, recheck }),
      [status, sending, reasons, recheck],
    );
    const checking = useRef(false);
    const { handlers, isOver, ...drop } = useDroppedRecipe(context.modelForm);
    useFilled(context.modelForm, fill);

    // By what they say: the same errors in a new object are no news.
    const refused = JSON.stringify(fieldErrors ?? {});
    useEffect(() => {
      for (const [name, message] of Object.entries(JSON.parse(refused) as Record<string, string>)) {
        form.setError(name === "" ? "root.server" : name, { type: "server", message });
      }
    }, [form, refused]);

    async function submit(): Promise<void> {
      if (reasons.length > 0) recheck();
      if (checking.current || sending || reasons.length > 0) return;
      checking.current = true;
      try {
        await form.handleSubmit(
          (input) => onGenerate(input),
          (errors) => focusFirstField(id, Object.keys(errors)),
        )();
      } finally {
        checking.current = false;
      }
    }

    function handleSubmit(event: SubmitEvent): void {
      rest.onSubmit?.(event);
      if (event.defaultPrevented) return;
      event.preventDefault();
      void submit();
    }

    /** A run costs money: Enter in a box that takes one line must not start one by accident. Ctrl or Cmd with it does. */
    function handleKeyDown(event: KeyboardEvent<HTMLFormElement>): void {
      rest.onKeyDown?.(event);
      if (event.defaultPrevented || event.key !== "Enter" || event.nativeEvent.isComposing) return;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        event.currentTarget.requestSubmit();
      } else if (event.target instanceof HTMLInputElement) {
        event.preventDefault();
      }
    }

    return (
      <PromptFormContext.Provider value={context}>
        <SubmitContext.Provider value={submitting}>
          <Part
            as="form"
            partName="prompt-form"
            state={{ status, dropping: isOver }}
            noValidate
            // Without JavaScript, or before it runs, a submit does nothing: it neither reloads the page nor puts the
            // values into its address.
            {...(rest.action === undefined && { method: "dialog" })}
            {...handlers}
            {...rest}
            onSubmit={handleSubmit}
            onKeyDown={handleKeyDown}
            ref={ref}
            given={rest.children}
          >
            <RecipeDrop {...drop} start={start} model={model} />
            {contentOf(rest)}
          </Part>
        </SubmitContext.Provider>
      </PromptFormContext.Provider>
    );
  }),
);
