"use client";
import { useCredits } from "../../hooks/useCredits.ts";
import { useEasel } from "../../hooks/useEasel.ts";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import { formatCredits } from "../internals/formatCredits.ts";
import { useFormEstimate } from "./useFormEstimate.ts";

/** Returns a message if the balance is lower than the price, and a function that refreshes the balance. */
export function useBalanceReason(modelForm: ModelForm) {
  const { labels } = useEasel();
  const estimate = useFormEstimate(modelForm);
  const needed = estimate?.holds ? estimate.credits : undefined;
  const { credits, freeCredits = 0, refresh } = useCredits({ enabled: needed !== undefined });
  const left = credits === undefined ? undefined : credits + freeCredits;

  const isLow = left !== undefined && needed !== undefined && left < needed;
  const amount = (value: number) => formatCredits(value, labels.result.locale);
  return {
    hasPrice: estimate !== undefined,
    message: isLow ? labels.credits.tooLow(amount(left), amount(needed)) : undefined,
    refresh,
  };
}
