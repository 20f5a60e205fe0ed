"use client";
import { useEffect, useLayoutEffect, useRef, useState } from "react";

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

// React 18 warns about layout effects on a server.
export const useBrowserLayoutEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;

function findControl(id: string): Control | undefined {
  const element = typeof document === "undefined" ? null : document.getElementById(id);
  return element?.matches("input, textarea, select") ? (element as Control) : undefined;
}

/** Whether a control holds another value than its HTML gave it. */
function isTouched(control: Control): boolean {
  if ("options" in control) {
    const options = [...control.options];
    const preset = options.findLast((option) => option.hasAttribute("selected")) ?? options[0];
    return options[control.selectedIndex] !== preset;
  }
  if (control.type === "file") return ((control as HTMLInputElement).files?.length ?? 0) > 0;
  if (control.type === "checkbox" || control.type === "radio") {
    const { checked, defaultChecked } = control as HTMLInputElement;
    return checked !== defaultChecked;
  }
  if (control.type !== "range") return control.value !== control.defaultValue;
  // A slider moves its value to the nearest stop.
  const untouched = control.cloneNode() as HTMLInputElement;
  untouched.value = control.defaultValue;
  return control.value !== untouched.value;
}

/**
 * Calls `take` once when the control of this id was rendered on a server and its user changed it before it hydrated.
 * Without it the form keeps the value that the server rendered, and sends that.
 *
 * @returns whether the control is hydrating: its element was in the page before React rendered it.
 */
export function useEarlyInput(id: string, take: (control: Control) => void): boolean {
  // Read while rendering: React overwrites the text of a hydrating <textarea> before any effect runs.
  const [early] = useState(() => {
    const control = findControl(id);
    return control && { control, wasTouched: isTouched(control) };
  });
  const isDone = useRef(early === undefined);
  useBrowserLayoutEffect(() => {
    if (isDone.current || !early) return;
    isDone.current = true;
    if (early.wasTouched || isTouched(early.control)) take(early.control);
  });
  return early !== undefined;
}
