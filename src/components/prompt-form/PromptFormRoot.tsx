"use client";
import {
  forwardRef,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type JSX,
  type RefAttributes,
  type RefObject,
} from "react";
import { FormProvider } from "react-hook-form";
import { useModelForm, type ModelForm } from "../../hooks/useModelForm.ts";
import type { Model } from "../../models/defineModel.ts";
import { initialValues, type FormValues } from "../../models/formValues.ts";
import { FoldContext, type DroppedValues } from "../form-context/PromptFormContext.ts";
import { useBrowserLayoutEffect } from "../internals/useBrowserLayoutEffect.ts";
import { useStableObject } from "../internals/useStableObject.ts";
import { carryOver, enteredIn, type EnteredValue } from "./carryOver.ts";
import { PromptFormElement, type PromptFormElementProps } from "./PromptFormElement.tsx";
import { useKeptFocus, type KeptFocus } from "./useKeptFocus.ts";

export interface PromptFormRootProps<M extends Model> extends PromptFormElementProps<M> {
  readonly model: M;
  readonly defaultValues?: FormValues<NoInfer<M>> | undefined;
  /** Form created with `useModelForm`. @default a new form */
  readonly form?: ModelForm<M> | undefined;
}

interface ReplacedForm {
  readonly model: Model;
  readonly values: FormValues;
}

const loadDropped = () => import("./droppedValues.ts");

/** If the code fails to load, only the message about dropped values is missing. */
const ignore = () => {};

interface OwnFormProps extends PromptFormElementProps {
  readonly model: Model;
  readonly defaultValues: FormValues | undefined;
  /** Values that the user entered, by field name. Kept when the model changes. */
  readonly typed: Map<string, EnteredValue>;
  /** Model and values of the form that this form replaced. */
  readonly replaced: RefObject<ReplacedForm | undefined>;
  readonly idPrefix: string;
  readonly keptFocus: RefObject<KeptFocus | undefined>;
}

const OwnForm = forwardRef<HTMLFormElement, OwnFormProps>(function OwnForm(props, ref) {
  const { model, defaultValues, typed, replaced, keptFocus, ...rest } = props;
  useKeptFocus(rest.idPrefix, keptFocus);
  const [values] = useState(() => ({ ...defaultValues, ...carryOver(model, typed) }));
  const [start] = useState(() => ({ ...initialValues(model), ...defaultValues }));
  const { model: inWords, fields, form } = useModelForm(model, { values });
  const modelForm = useStableObject({ model: inWords, fields, form });
  const shownModel = useRef<Model>(undefined);
  useEffect(() => {
    const isFirst = shownModel.current === undefined;
    if (shownModel.current === model) return;
    shownModel.current = model;
    const given = isFirst ? values : carryOver(model, enteredIn(model.id, values));
    for (const [name, initial] of Object.entries({ ...initialValues(model), ...given })) {
      const current = form.getValues(name);
      if (Object.is(current, initial) || typed.has(name)) continue;
      // On mount, a value that differs from the initial value was entered by the user before hydration.
      if (isFirst) typed.set(name, { value: current, modelId: model.id });
      else {
        // The model may have new limits, so fields that the user hasn't changed get the new initial value.
        form.setValue(name, initial);
        typed.delete(name);
      }
    }
  }, [form, typed, model, values]);
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ name, values: current }) => {
          if (name === undefined) return;
          const value = current[name];
          // Restoring the initial value of a setting is the same as not changing it.
          if (typeof value !== "string" && Object.is(value, start[name])) typed.delete(name);
          else typed.set(name, { value, modelId: model.id });
        },
      }),
    [form, typed, start, model.id],
  );
  const [dropped, setDropped] = useState<DroppedValues>();
  useBrowserLayoutEffect(() => {
    const before = replaced.current;
    if (before && before.model.id !== inWords.id) {
      const now = { model: inWords, values: form.getValues() };
      void loadDropped().then(
        ({ droppedValues }) => setDropped(droppedValues(before, now)),
        ignore,
      );
    }
    return () => void (replaced.current = { model: inWords, values: form.getValues() });
  }, [form, inWords, replaced]);
  return (
    <FormProvider {...form}>
      <PromptFormElement
        {...rest}
        modelForm={modelForm}
        dropped={dropped}
        startValues={start}
        typed={typed}
        ref={ref}
      />
    </FormProvider>
  );
});

/**
 * Renders a `<form>` for any model, with fields and validation from the model's schema. When the model changes, the
 * form keeps entered values of fields that the new model also has. Ctrl or Cmd with Enter submits the form. React Hook
 * Form's `useFormContext` works inside the form.
 *
 * @example
 * const { generate, status, isSubmitting, disabledReasons } = useGenerate(sdxlTorch);
 * const run = { status, isSubmitting, disabledReasons };
 *
 * <PromptForm.Root model={sdxlTorch} onGenerate={generate} {...run}>
 *   <PromptForm.Fields />
 *   <PromptForm.Reasons />
 *   <PromptForm.Submit />
 * </PromptForm.Root>
 */
export const PromptFormRoot = forwardRef<HTMLFormElement, PromptFormRootProps<Model>>(
  function PromptFormRoot({ model, form, defaultValues, ...rest }, ref) {
    const [typed] = useState(() => new Map<string, EnteredValue>());
    const idPrefix = useId();
    const keptFocus = useRef<KeptFocus>(undefined);
    const replaced = useRef<ReplacedForm>(undefined);
    const [unfolded, setUnfolded] = useState(false);
    const fold = useMemo(() => [unfolded, setUnfolded] as const, [unfolded]);
    return (
      <FoldContext.Provider value={fold}>
        {form ? (
          <FormProvider {...form.form}>
            <PromptFormElement
              {...rest}
              idPrefix={idPrefix}
              modelForm={form}
              startValues={form.form.formState.defaultValues}
              ref={ref}
            />
          </FormProvider>
        ) : (
          <OwnForm
            key={model.id}
            model={model}
            {...rest}
            defaultValues={defaultValues}
            typed={typed}
            replaced={replaced}
            idPrefix={idPrefix}
            keptFocus={keptFocus}
            ref={ref}
          />
        )}
      </FoldContext.Provider>
    );
  },
) as unknown as <M extends Model>(
  props: PromptFormRootProps<M> & RefAttributes<HTMLFormElement>,
) => JSX.Element;
