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
import { FoldContext } from "../form-context/PromptFormContext.ts";
import { useStableObject } from "../internals/useStableObject.ts";
import { carryOver } from "./carryOver.ts";
import { PromptFormElement, type PromptFormElementProps } from "./PromptFormElement.tsx";
import { useKeptFocus, type KeptFocus } from "./useKeptFocus.ts";

export interface PromptFormRootProps<M extends Model> extends PromptFormElementProps<M> {
  readonly model: M;
  readonly defaultValues?: FormValues<NoInfer<M>> | undefined;
  /** Form created with `useModelForm`. @default a new form */
  readonly form?: ModelForm<M> | undefined;
}

interface OwnFormProps extends PromptFormElementProps {
  readonly model: Model;
  readonly defaultValues: FormValues | undefined;
  /** Values that the user entered, by field name. Kept when the model changes. */
  readonly typed: Map<string, unknown>;
  readonly idPrefix: string;
  readonly keptFocus: RefObject<KeptFocus | undefined>;
}

const OwnForm = forwardRef<HTMLFormElement, OwnFormProps>(function OwnForm(props, ref) {
  const { model, defaultValues, typed, keptFocus, ...rest } = props;
  useKeptFocus(rest.idPrefix, keptFocus);
  const [values] = useState(() => ({ ...defaultValues, ...carryOver(model, typed) }));
  const { model: inWords, fields, form } = useModelForm(model, { values });
  const modelForm = useStableObject({ model: inWords, fields, form });
  const shownModel = useRef<Model>(undefined);
  useEffect(() => {
    const isFirst = shownModel.current === undefined;
    if (shownModel.current === model) return;
    shownModel.current = model;
    const given = isFirst ? values : carryOver(model, new Map(Object.entries(values)));
    for (const [name, start] of Object.entries({ ...initialValues(model), ...given })) {
      const current = form.getValues(name);
      if (Object.is(current, start) || typed.has(name)) continue;
      // On mount, a value that differs from the initial value was entered by the user before hydration.
      if (isFirst) typed.set(name, current);
      else {
        // The model may have new limits, so fields that the user hasn't changed get the new initial value.
        form.setValue(name, start);
        typed.delete(name);
      }
    }
  }, [form, typed, model, values]);
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ name, values: current }) => {
          if (name !== undefined) typed.set(name, current[name]);
        },
      }),
    [form, typed],
  );
  return (
    <FormProvider {...form}>
      <PromptFormElement {...rest} modelForm={modelForm} ref={ref} />
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
    const [typed] = useState(() => new Map<string, unknown>());
    const idPrefix = useId();
    const keptFocus = useRef<KeptFocus>(undefined);
    const [unfolded, setUnfolded] = useState(false);
    const fold = useMemo(() => [unfolded, setUnfolded] as const, [unfolded]);
    return (
      <FoldContext.Provider value={fold}>
        {form ? (
          <FormProvider {...form.form}>
            <PromptFormElement {...rest} idPrefix={idPrefix} modelForm={form} ref={ref} />
          </FormProvider>
        ) : (
          <OwnForm
            key={model.id}
            model={model}
            {...rest}
            defaultValues={defaultValues}
            typed={typed}
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
