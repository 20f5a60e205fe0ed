"use client";
import type { ComponentPropsWithoutRef } from "react";
import { useParts } from "../../internals/useParts.ts";

interface SwitchButtonProps extends ComponentPropsWithoutRef<"input"> {
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
}

/** Switch built on a native checkbox, which users can toggle before hydration. */
export function SwitchButton({ checked, onCheckedChange, ...rest }: SwitchButtonProps) {
  const part = useParts();
  return (
    <input
      type="checkbox"
      // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a checkbox has a native checked state
      role="switch"
      {...part("switch")}
      data-state={checked ? "checked" : "unchecked"}
      {...rest}
      checked={checked}
      onChange={(event) => onCheckedChange(event.target.checked)}
    />
  );
}
