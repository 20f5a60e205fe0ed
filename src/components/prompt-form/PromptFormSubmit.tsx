"use client";
import { forwardRef, useContext, type MouseEvent } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import {
  hiddenReasonsId,
  priceId,
  reasonsId,
  SubmitContext,
  usePromptForm,
} from "../form-context/PromptFormContext.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useModKey } from "../internals/useModKey.ts";
import { useParts } from "../internals/useParts.ts";

export type PromptFormSubmitProps = PartProps<"button">;

/**
 * Renders a `<button type="submit">`. While submitting, the button keeps focus and shows "Sending…". With a mouse, the
 * button also shows its keyboard shortcut.
 */
export const PromptFormSubmit = forwardRef<HTMLButtonElement, PromptFormSubmitProps>(
  function PromptFormSubmit(props, ref) {
    const { id } = usePromptForm("PromptForm.Submit");
    const { status, sending, reasons, recheck } = useContext(SubmitContext);
    const { labels } = useEasel();
    const part = useParts(props.classNames);
    const mod = useModKey();
    const content = contentOf(props);
    const disabled = sending || reasons.length > 0;

    function handleClick(event: MouseEvent<HTMLButtonElement>): void {
      if (reasons.length > 0) recheck();
      // Ignores the second click of a double-click.
      if (disabled || event.detail > 1) event.preventDefault();
    }

    return (
      <Part
        as="button"
        partName="prompt-form-submit"
        kind="button-primary"
        state={{ status, disabled }}
        type="submit"
        // The `disabled` attribute would remove focus from the button.
        aria-disabled={disabled || undefined}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        aria-describedby={`${reasonsId(id)} ${hiddenReasonsId(id)} ${priceId(id)}`}
        own={props}
        onClick={handleClick}
        ref={ref}
      >
        {sending ? labels.form.submitting : (content ?? labels.form.generate)}
        {content === undefined && mod !== undefined && (
          <kbd {...part("prompt-form-keys")} aria-hidden="true" dir="ltr">
            {mod === "⌘" ? "⌘↵" : `${mod} ↵`}
          </kbd>
        )}
      </Part>
    );
  },
);
