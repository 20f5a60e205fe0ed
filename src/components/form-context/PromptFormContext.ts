"use client";
import { createContext, useContext, type RefObject } from "react";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import type { Reason } from "../../hooks/useReasons.ts";
import type { GenerateStatus } from "../../protocol/jobState.ts";

/** What stays the same for as long as the form does, so that fields are not drawn again for a new status. */
export interface PromptFormContextValue {
  readonly modelForm: ModelForm;
  /** Stands before each id of the form's elements. */
  readonly id: string;
  /** The form's first child. Its ref is set before the layout effects of the fields, unlike that of the form. */
  readonly start: RefObject<HTMLElement | null>;
  /** Puts what a field says of itself in the way of a run, or takes it out again. */
  readonly setFieldReason: (field: string, message: string | undefined) => void;
}

/** What changes with the run. */
export interface SubmitContextValue {
  readonly status: GenerateStatus;
  /** This page is sending the form, so it isn't sent again. */
  readonly sending: boolean;
  readonly reasons: readonly Reason[];
  /** Looks again at what may have ended without a word: somebody has pressed in spite of the reasons. */
  readonly recheck: () => void;
}

export const PromptFormContext = createContext<PromptFormContextValue | undefined>(undefined);
export const SubmitContext = createContext<SubmitContextValue>({
  status: "idle",
  sending: false,
  reasons: [],
  recheck: () => {},
});

/** The form that the part named here stands in. */
export function usePromptForm(part: string): PromptFormContextValue {
  const value = useContext(PromptFormContext);
  if (!value) {
    throw new Error(
      `Easel: ${part.startsWith("use") ? part : `<${part}>`} stands outside of a <PromptForm.Root>, so it has no form to read. Put it inside one.`,
    );
  }
  return value;
}

/** Whether the advanced settings are open, and how to say so; a switch of the model leaves them as they are. */
export const FoldContext = createContext<
  readonly [open: boolean, setOpen: (open: boolean) => void]
>([false, () => {}]);

export const controlId = (formId: string, name: string): string => `${formId}-${name}`;

export const priceId = (formId: string): string => `${formId}--price`;

export const reasonsId = (formId: string): string => `${formId}--reasons`;
