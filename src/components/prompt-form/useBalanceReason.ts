"use client";
import { useMemo } from "react";
import { useCredits } from "../../hooks/useCredits.ts";
import type { DisabledReason } from "../../hooks/useDisabledReasons.ts";
import { useEasel } from "../../hooks/useEasel.ts";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import { formatCredits } from "../internals/formatCredits.ts";
import { useFormEstimate } from "./useFormEstimate.ts";

const none: readonly DisabledReason[] = [];

export function useBalanceReason(modelForm: ModelForm) {
  const { labels } = useEasel();
  const estimate = useFormEstimate(modelForm);
  const needed = estimate?.holds ? estimate.credits : undefined;
  const { credits, freeCredits = 0, refresh } = useCredits({ enabled: needed !== undefined });
  const left = credits === undefined ? undefined : credits + freeCredits;

  const { tooLow } = labels.credits;
  const { locale } = labels.result;
  const reasons = useMemo((): readonly DisabledReason[] => {
    if (left === undefined || needed === undefined || left >= needed) return none;
    const message = tooLow(formatCredits(left, locale), formatCredits(needed, locale));
    return [{ code: "balance", message }];
  }, [left, needed, tooLow, locale]);
  return { reasons, refresh };
}
