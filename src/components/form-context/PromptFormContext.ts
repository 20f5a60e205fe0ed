"use client";
import { createContext, useEffect, type RefObject } from "react";
import type { DisabledReason } from "../../hooks/useDisabledReasons.ts";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import type { GenerateStatus } from "../../protocol/jobState.ts";
import { createPartContext } from "../internals/createPartContext.ts";

/** Context of a form's parts. Excludes the status, so that a new status doesn't re-render the fields. */
export interface PromptFormContextValue {
  readonly modelForm: ModelForm;
  readonly id: string;
  /** Whether the price is known. Otherwise, fields have no price marks. */
  readonly hasPrice: boolean;
  /** First child of the form. Unlike the form's own ref, this ref is set before the fields' layout effects run. */
  readonly start: RefObject<HTMLElement | null>;
  readonly setFieldReason: (field: string, message: string | undefined) => void;
}

/** Labels of the fields whose values another model didn't take over. */
export interface DroppedValues {
  /** Fields that the new model doesn't have. */
  readonly leftOut: readonly string[];
  /** Fields whose value the new model rejects or doesn't offer. */
  readonly replaced: readonly string[];
}

export interface SubmitContextValue {
  readonly status: GenerateStatus;
  readonly sending: boolean;
  readonly reasons: readonly DisabledReason[];
  readonly recheck: () => void;
  readonly dropped: DroppedValues | undefined;
}

export const [PromptFormContext, usePromptForm] = createPartContext<PromptFormContextValue>(
  "PromptForm.Root",
  "no form",
);
export function useFieldReason(part: string, name: string, message: string | undefined): void {
  const { setFieldReason } = usePromptForm(part);
  useEffect(() => {
    if (message === undefined) return undefined;
    setFieldReason(name, message);
    return () => setFieldReason(name, undefined);
  }, [setFieldReason, name, message]);
}

export const SubmitContext = createContext<SubmitContextValue>({
  status: "idle",
  sending: false,
  reasons: [],
  recheck: () => {},
  dropped: undefined,
});

/** Whether the folded settings are open. The state is kept when the model changes. */
export const FoldContext = createContext<
  readonly [open: boolean, setOpen: (open: boolean) => void]
>([false, () => {}]);

export const controlId = (formId: string, name: string): string => `${formId}-${name}`;

export const priceId = (formId: string): string => `${formId}--price`;

export const reasonsId = (formId: string): string => `${formId}--reasons`;

export const hiddenReasonsId = (formId: string): string => `${formId}--hidden-reasons`;
