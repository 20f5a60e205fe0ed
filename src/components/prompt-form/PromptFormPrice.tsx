"use client";
import { forwardRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { priceId, usePromptForm } from "../form-context/PromptFormContext.ts";
import { formatCredits } from "../internals/formatCredits.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useFormEstimate } from "./useFormEstimate.ts";

export type PromptFormPriceProps = PartProps<"p">;

/** Renders a `<p>` with the price estimate as the submit button's description. Omitted if the price is unknown or hidden. */
export const PromptFormPrice = forwardRef<HTMLParagraphElement, PromptFormPriceProps>(
  function PromptFormPrice(props, ref) {
    const { id, modelForm } = usePromptForm("PromptForm.Price");
    const { labels } = useEasel();
    const estimate = useFormEstimate(modelForm);
    if (!estimate) return null;
    const { credits, holds } = estimate;
    const amount = formatCredits(credits, labels.result.locale);
    const { estimate: now, estimateAtStart: atStart } = labels.credits;
    return (
      <Part
        as="p"
        partName="prompt-form-price"
        kind="figures"
        state={{ stale: !holds }}
        id={priceId(id)}
        own={props}
        ref={ref}
      >
        {contentOf(props) ?? (holds ? now : atStart)(amount)}
      </Part>
    );
  },
);
