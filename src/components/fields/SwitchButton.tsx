"use client";
import type { ComponentPropsWithoutRef } from "react";

interface SwitchButtonProps extends Omit<ComponentPropsWithoutRef<"button">, "children"> {
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
}

/** Something that is on or off, in a field that names it. Renders a `<button role="switch">`. */
export function SwitchButton({ checked, onCheckedChange, ...rest }: SwitchButtonProps) {
  const state = checked ? "checked" : "unchecked";
  return (
    <button
      type="button"
      data-easel="switch"
      data-state={state}
      {...rest}
      role="switch"
      aria-checked={checked}
      onClick={() => onCheckedChange(!checked)}
    >
      <span data-easel="switch-thumb" data-state={state} />
    </button>
  );
}
