"use client";
import {
  forwardRef,
  memo,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from "react";
import { fillForm } from "../../hooks/fillForm.ts";
import type { DisabledReason } from "../../hooks/useDisabledReasons.ts";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import { useStableActions } from "../../hooks/useStableActions.ts";
import type { Model, ModelInput } from "../../models/defineModel.ts";
import type { FormValues } from "../../models/formValues.ts";
import type { GenerateStatus } from "../../protocol/jobState.ts";
import { focusFirstField } from "../form-context/focusField.ts";
import {
  FoldContext,
  PromptFormContext,
  SubmitContext,
  type DroppedValues,
} from "../form-context/PromptFormContext.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useStableObject } from "../internals/useStableObject.ts";
import { RecipeDrop } from "../recipes/RecipeDrop.tsx";
import { useDroppedRecipe } from "../recipes/useDroppedRecipe.ts";
import type { EnteredValue } from "./carryOver.ts";
import { useBalanceReason } from "./useBalanceReason.ts";
import { useFormDraft } from "./useFormDraft.ts";
import { RepeatQuestionContext, useRepeatQuestion } from "./useRepeatQuestion.ts";

export interface PromptFormElementProps<M extends Model = Model> extends PartProps<"form"> {
  /**
   * Called with the validated input. Pass `generate` from `useGenerate`. If an earlier job had the same input and seed,
   * `PromptForm.Reasons` asks first.
   */
  readonly onGenerate: (input: ModelInput<M>) => void;
  /** Generation status. Pass `status` from `useGenerate`. @default "idle" */
  readonly status?: GenerateStatus | undefined;
  /** Pass `isSubmitting` from `useGenerate`. If true, the form can't be submitted. @default status === "submitting" */
  readonly isSubmitting?: boolean | undefined;
  /** Reasons why the form can't be submitted. Pass `disabledReasons` from `useGenerate`. */
  readonly disabledReasons?: readonly DisabledReason[] | undefined;
  /** Values to set in the form, such as those from `onApply` of `ImageResult.Root`. Each object is applied once. */
  readonly fill?: FormValues | undefined;
  /**
   * Name of a draft. What the user enters is stored for the user and restored after a reload, except images in data
   * URLs and other values of more than 8,000 characters. Use a different name for each form. @default not stored
   */
  readonly draft?: string | undefined;
  /** Error messages by field name. Pass `fields` from an `invalid_input` error. */
  readonly fieldErrors?: Readonly<Record<string, string>> | undefined;
}

interface ElementProps extends PromptFormElementProps {
  readonly modelForm: ModelForm;
  readonly idPrefix: string;
  readonly dropped?: DroppedValues | undefined;
  readonly startValues?: FormValues | undefined;
  readonly typed?: Map<string, EnteredValue> | undefined;
}

const noReasons: readonly DisabledReason[] = [];

/** `fill` objects already applied. Global, so that a form mounted for another model doesn't apply an object twice. */
const filled = new WeakSet<FormValues>();

/** Memoized, because React Hook Form renders the component that owns the form twice on mount. */
export const PromptFormElement = memo(
  forwardRef<HTMLFormElement, ElementProps>(function PromptFormElement(props, ref) {
    const {
      modelForm: { model, fields, form },
      idPrefix: id,
      onGenerate,
      status = "idle",
      isSubmitting: sending = status === "submitting",
      disabledReasons: given = noReasons,
      fieldErrors,
      fill,
      dropped,
      draft,
      startValues,
      typed,
      ...rest
    } = props;
    const [, setUnfolded] = useContext(FoldContext);
    const [fromFields, setFromFields] = useState(noReasons);
    const { setFieldReason } = useStableActions({
      setFieldReason: (field: string, message: string | undefined) =>
        setFromFields((before) => {
          const others = before.filter((reason) => reason.field !== field);
          return message === undefined
            ? others
            : [...others, { code: "preparing", field, message }];
        }),
    });
    const start = useRef<HTMLDivElement>(null);
    const modelForm = useStableObject({ model, fields, form });
    const { hasPrice, message: tooLow, refresh: recheck } = useBalanceReason(modelForm);
    const context = useStableObject({ id, start, modelForm, hasPrice, setFieldReason });
    const reasons = useMemo((): readonly DisabledReason[] => {
      const ofBalance = tooLow === undefined ? [] : [{ code: "balance", message: tooLow } as const];
      return [...fromFields, ...given, ...ofBalance];
    }, [fromFields, given, tooLow]);
    const submitting = useStableObject({ status, sending, reasons, recheck, dropped });
    const checking = useRef(false);
    const repeat = useRepeatQuestion(modelForm, onGenerate);
    useFormDraft(modelForm, { name: draft, start: startValues, typed });
    const { handlers, isOver, ...drop } = useDroppedRecipe(modelForm);
    useEffect(() => {
      if (!fill || filled.has(fill)) return;
      filled.add(fill);
      fillForm(modelForm, { values: fill });
    }, [modelForm, fill]);

    // Serialized to compare the content, because the app may pass a new object on each render.
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
      let isValid = false;
      try {
        await form.handleSubmit(
          (input) => {
            isValid = true;
            return repeat.generate(input);
          },
          (errors) => focusFirstField(id, Object.keys(errors), setUnfolded),
        )();
        // Otherwise, the fields of the next generation would be marked as invalid while the user changes them.
        if (isValid) form.reset(undefined, { keepValues: true, keepDirty: true, keepErrors: true });
      } finally {
        checking.current = false;
      }
    }

    // Enter without Ctrl or Cmd must not submit the form, because the job would be charged.
    function handleKeyDown(event: KeyboardEvent<HTMLFormElement>): void {
      if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
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
            kind="root"
            state={{ status, dropping: isOver }}
            noValidate
            // Before hydration, this method prevents a submission from reloading the page or adding values to the URL.
            {...(rest.action === undefined && { method: "dialog" })}
            own={{ ...handlers, ...rest }}
            onSubmit={(event) => {
              event.preventDefault();
              void submit();
            }}
            onKeyDown={handleKeyDown}
            ref={ref}
          >
            <RecipeDrop {...drop} start={start} model={model} />
            <RepeatQuestionContext.Provider value={repeat.value}>
              {contentOf(rest)}
            </RepeatQuestionContext.Provider>
          </Part>
        </SubmitContext.Provider>
      </PromptFormContext.Provider>
    );
  }),
);
