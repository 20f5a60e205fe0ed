"use client";
import { forwardRef, useContext, type MouseEvent } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import {
  priceId,
  reasonsId,
  SubmitContext,
  usePromptForm,
} from "../form-context/PromptFormContext.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";

export type PromptFormSubmitProps = PartProps<"button">;

/**
 * Sends the form. Renders a `<button type="submit">` that keeps its focus and says "Sending…" while a submit is under way.
 * A double click sends once. Its words can be replaced by its children.
 *
 * @example
 * <PromptForm.Submit />
 */
export const PromptFormSubmit = forwardRef<HTMLButtonElement, PromptFormSubmitProps>(
  function PromptFormSubmit(props, ref) {
    const { id } = usePromptForm("PromptForm.Submit");
    const { status, sending, reasons, recheck } = useContext(SubmitContext);
    const { labels } = useEasel();
    const disabled = sending || reasons.length > 0;

    function handleClick(event: MouseEvent<HTMLButtonElement>): void {
      props.onClick?.(event);
      if (reasons.length > 0) recheck();
      // The second click of a double click is no second wish.
      if (disabled || event.detail > 1) event.preventDefault();
    }

    return (
      <Part
        as="button"
        partName="prompt-form-submit"
        state={{ status, disabled }}
        type="submit"
        // Not `disabled`: that would throw the focus out of the form.
        aria-disabled={disabled || undefined}
        aria-describedby={`${reasonsId(id)} ${priceId(id)}`}
        {...props}
        onClick={handleClick}
        ref={ref}
        given={props.children}
      >
        {sending ? labels.form.sending : (contentOf(props) ?? labels.form.generate)}
      </Part>
    );
  },
);
