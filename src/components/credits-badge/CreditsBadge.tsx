"use client";
import { forwardRef, useState } from "react";
import { useCredits } from "../../hooks/useCredits.ts";
import { useEasel } from "../../hooks/useEasel.ts";
import { useHostConfig } from "../../hooks/useHostConfig.ts";
import { formatCredits } from "../internals/formatCredits.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useParts } from "../internals/useParts.ts";

export interface CreditsBadgeProps extends PartProps<"p"> {
  /** Highest balance that counts as low. @default ten times the highest model price, or 0 if the host hides prices */
  readonly lowAt?: number | undefined;
}

const runsInHand = 10;

function useBecameLow(isLow: boolean | undefined): boolean {
  const [before, setBefore] = useState(isLow);
  const [isNews, setIsNews] = useState(false);
  if (isLow !== before && isLow !== undefined) {
    setBefore(isLow);
    setIsNews(isLow && before === false);
  }
  return isNews;
}

/** Renders a `<p>` with the host's balance and announces a low one. Renders nothing if the host hides the balance. */
export const CreditsBadge = forwardRef<HTMLParagraphElement, CreditsBadgeProps>(
  function CreditsBadge({ lowAt: ownLowAt, ...props }, ref) {
    const part = useParts(props.classNames);
    const { labels } = useEasel();
    const text = labels.credits;
    const { credits } = useCredits();
    const isKnown = credits !== undefined;
    const { config } = useHostConfig({ enabled: isKnown && ownLowAt === undefined });
    const prices = config?.models.map(({ estimate = 0 }) => estimate) ?? [];
    const lowAt = ownLowAt ?? runsInHand * Math.max(0, ...prices);
    const isLow = isKnown ? credits <= lowAt : undefined;
    const isNews = useBecameLow(isLow);
    if (!isKnown) return null;

    const amount = formatCredits(credits, labels.result.locale);
    return (
      <Part
        as="p"
        partName="credits-badge"
        kind="root"
        state={{ low: isLow }}
        own={props}
        ref={ref}
      >
        <span {...part("credits-badge-words")}>
          {contentOf(props) ?? (isLow ? text.low(amount) : text.left(amount))}
        </span>
        <span {...part("credits-badge-news", "live")} role="status">
          {isNews && text.becameLow(amount)}
        </span>
      </Part>
    );
  },
);
