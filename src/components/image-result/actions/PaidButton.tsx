"use client";
import { forwardRef, useContext, useRef, type MouseEvent, type ReactNode } from "react";
import { useCredits } from "../../../hooks/useCredits.ts";
import { useDisabledReasons } from "../../../hooks/useDisabledReasons.ts";
import { useEasel } from "../../../hooks/useEasel.ts";
import { useEstimate } from "../../../hooks/useEstimate.ts";
import type { Model } from "../../../models/defineModel.ts";
import { describeFields, type FieldDescriptor } from "../../../models/describeFields.ts";
import { formatCredits } from "../../internals/formatCredits.ts";
import { Part, type PartProps } from "../../internals/Part.tsx";
import type { PartName } from "../../internals/partNames.ts";
import type { JobInput } from "../../internals/promptOf.ts";
import { ImageResultContext } from "../context/ImageResultContext.ts";

/** Window in milliseconds within which a second press counts as part of a double click. */
const doubleClickMs = 600;

export interface PaidButtonProps extends PartProps<"button"> {
  readonly partName: PartName;
  readonly model: Model;
  /** Input whose price is shown. */
  readonly input: JobInput;
  readonly send: (event: MouseEvent) => void;
  readonly children: ReactNode;
}

/** Renders a button that starts a generation. Its description is the price, or the reason why it's disabled. */
export const PaidButton = forwardRef<HTMLButtonElement, PaidButtonProps>(function PaidButton(
  { partName, model, input, send, ...props },
  ref,
) {
  const { labels } = useEasel();
  const { omitted = [] } = useContext(ImageResultContext) ?? {};
  const { estimate } = useEstimate(model, input);
  const needed = estimate?.holds ? estimate.credits : undefined;
  const { credits, freeCredits = 0 } = useCredits({ enabled: needed !== undefined });
  const left = credits === undefined ? undefined : credits + freeCredits;
  const [reason] = useDisabledReasons({ model }).reasons;
  const sentAt = useRef(-doubleClickMs);

  const amount = (value: number) => formatCredits(value, labels.result.locale);
  const isLow = left !== undefined && needed !== undefined && left < needed;
  const refusal = isLow ? labels.credits.tooLow(amount(left), amount(needed)) : reason?.message;
  const price = needed === undefined ? undefined : labels.credits.estimate(amount(needed));
  const description = refusal ?? price;
  const name = props["aria-label"];
  const isMissing = ({ name: field }: FieldDescriptor) =>
    omitted.includes(field) && input[field] === undefined;
  if (omitted.length > 0 && describeFields(model).some(isMissing)) return null;
  return (
    <Part
      as="button"
      partName={partName}
      kind="button"
      state={{ disabled: refusal !== undefined }}
      aria-disabled={refusal !== undefined || undefined}
      aria-description={description}
      title={[name, description].filter(Boolean).join("\n") || undefined}
      own={props}
      onClick={(event) => {
        const { timeStamp } = event;
        if (refusal !== undefined || timeStamp - sentAt.current < doubleClickMs) return;
        sentAt.current = timeStamp;
        send(event);
      }}
      ref={ref}
    >
      {props.children}
    </Part>
  );
});
