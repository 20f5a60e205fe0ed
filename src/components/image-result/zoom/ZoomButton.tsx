"use client";
import { ActionIcon, type ActionIconProps } from "../../internals/ActionIcon.tsx";
import { useParts } from "../../internals/useParts.ts";

export interface ZoomButtonProps {
  readonly icon: ActionIconProps["name"];
  readonly label: string;
  readonly name?: "button" | "close" | undefined;
  /** Can't do anything just now. It keeps the focus, so that the keyboard isn't thrown out of the row. */
  readonly isOff?: boolean | undefined;
  readonly onClick: () => void;
}

/** A button of the zoom dialog: an icon, with its word for whoever can't see it. */
export function ZoomButton({
  icon,
  label,
  name = "button",
  isOff = false,
  onClick,
}: ZoomButtonProps) {
  const part = useParts();
  return (
    <button
      type="button"
      {...part(`zoom-${name}`)}
      aria-label={label}
      title={label}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : onClick}
    >
      <ActionIcon name={icon} />
    </button>
  );
}
