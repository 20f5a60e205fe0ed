"use client";
import type { RefObject } from "react";
import { reveal } from "../form-context/focusField.ts";
import { useBrowserLayoutEffect } from "../internals/useBrowserLayoutEffect.ts";

export interface KeptFocus {
  readonly id: string;
  readonly selection: readonly [start: number, end: number] | undefined;
}

const isText = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
  element.matches("input, textarea") && (element as HTMLInputElement).selectionStart !== null;

function readFocus(formId: string): KeptFocus | undefined {
  const element = document.activeElement;
  if (!element?.id.startsWith(`${formId}-`)) return undefined;
  const selection = isText(element)
    ? ([element.selectionStart ?? 0, element.selectionEnd ?? 0] as const)
    : undefined;
  return { id: element.id, selection };
}

/** When another form replaces this one, moves focus and the text selection to the same control in the new form. */
export function useKeptFocus(formId: string, keptRef: RefObject<KeptFocus | undefined>): void {
  useBrowserLayoutEffect(() => {
    const { id, selection } = keptRef.current ?? {};
    keptRef.current = undefined;
    const element = id === undefined ? null : document.getElementById(id);
    if (element && element !== document.activeElement) {
      reveal(element);
      element.focus({ preventScroll: true });
      if (selection && isText(element)) element.setSelectionRange(...selection);
    }
    return () => void (keptRef.current = readFocus(formId));
  }, [formId, keptRef]);
}
