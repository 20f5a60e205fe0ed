"use client";
import { ActionIcon, type ActionIconProps } from "../../internals/ActionIcon.tsx";
import { useParts } from "../../internals/useParts.ts";

export interface ZoomButtonProps {
  readonly icon: ActionIconProps["name"];
  readonly label: string;
  readonly name?: "button" | "close" | undefined;
  /** Whether the button is disabled. A disabled button keeps focus. */
  readonly isOff?: boolean | undefined;
  readonly onClick: () => void;
}

export function ZoomButton({ icon, label, name = "button", isOff, onClick }: ZoomButtonProps) {
  const part = useParts();
  return (
    <button
      {...part(`zoom-${name}`, "button-bare")}
      aria-label={label}
      title={label}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : onClick}
    >
      <ActionIcon name={icon} />
    </button>
  );
}
