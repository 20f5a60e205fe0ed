"use client";
import type { ComponentProps } from "react";
import { ActionIcon, type ActionIconProps } from "../internals/ActionIcon.tsx";
import { useParts } from "../internals/useParts.ts";

interface StudioActionProps extends ComponentProps<"button"> {
  readonly icon: ActionIconProps["name"];
  /** Name of the button. In a narrow Studio, it's only visible as a tooltip. */
  readonly word: string;
  /** Message about a dialog that couldn't be loaded, or an empty string. */
  readonly failure: string;
}

/** Renders a button that opens a dialog, and a live region. */
export function StudioAction({ icon, word, failure, ...props }: StudioActionProps) {
  const part = useParts();
  return (
    <>
      <button
        {...props}
        {...part("studio-action", "button-bare")}
        aria-haspopup="dialog"
        title={word}
      >
        <ActionIcon name={icon} partName="studio-action-icon" />
        <span {...part("studio-action-word")}>{word}</span>
      </button>
      <span {...part("studio-status")} role="status">
        {failure}
      </span>
    </>
  );
}
