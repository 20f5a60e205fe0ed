"use client";
import type { ComponentPropsWithoutRef } from "react";
import { useParts } from "../parts/useParts.ts";

interface SwitchButtonProps extends Omit<ComponentPropsWithoutRef<"button">, "children"> {
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
}

/** Something that is on or off, in a field that names it. Renders a `<button role="switch">`. */
export function SwitchButton({ checked, onCheckedChange, ...rest }: SwitchButtonProps) {
  const part = useParts();
  const state = checked ? "checked" : "unchecked";
  return (
    <button
      type="button"
      {...part("switch")}
      data-state={state}
      {...rest}
      role="switch"
      aria-checked={checked}
      onClick={() => onCheckedChange(!checked)}
    >
      <span {...part("switch-thumb")} data-state={state} />
    </button>
  );
}
