"use client";
import { forwardRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { priceId, usePromptForm } from "../form-context/PromptFormContext.ts";
import { fillPart } from "../internals/fillPart.ts";
import { formatCredits } from "../internals/formatCredits.ts";
import { renderPart, type PartProps } from "../internals/renderPart.ts";
import { useFormEstimate } from "./useFormEstimate.ts";

export type PromptFormPriceProps = PartProps<"p">;

/**
 * What a run will cost with the settings as they stand, as a part of what the button is described by. Renders a `<p>`;
 * nothing where the price is not known or not shown.
 *
 * @example
 * <PromptForm.Price />
 */
export const PromptFormPrice = forwardRef<HTMLParagraphElement, PromptFormPriceProps>(
  function PromptFormPrice(props, ref) {
    const { id, modelForm } = usePromptForm("PromptForm.Price");
    const { labels } = useEasel();
    const estimate = useFormEstimate(modelForm);
    if (!estimate) return null;
    const { credits, holds } = estimate;
    const amount = formatCredits(credits, labels.result.locale);
    const { estimate: now, estimateAtStart: atStart } = labels.credits;
    return renderPart({
      as: "p",
      name: "prompt-form-price",
      state: { stale: !holds },
      ref,
      props: {
        id: priceId(id),
        ...props,
        children: fillPart(props, (given) => given ?? (holds ? now : atStart)(amount)),
      },
    });
  },
);
