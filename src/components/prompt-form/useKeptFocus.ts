"use client";
import { reveal } from "../form-context/focusField.ts";
import { useBrowserLayoutEffect } from "../internals/useBrowserLayoutEffect.ts";

interface Focus {
  readonly id: string;
  readonly selection: readonly [start: number, end: number] | undefined;
}

export interface LastFocus {
  readonly keep: (focus: Focus | undefined) => void;
  readonly take: () => Focus | undefined;
}

export function createLastFocus(): LastFocus {
  let last: Focus | undefined;
  return {
    keep: (focus) => {
      last = focus;
    },
    take: () => {
      const taken = last;
      last = undefined;
      return taken;
    },
  };
}

const isText = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
  element.matches("input, textarea") && (element as HTMLInputElement).selectionStart !== null;

function readFocus(formId: string): Focus | undefined {
  const element = document.activeElement;
  if (!element?.id.startsWith(`${formId}-`)) return undefined;
  const selection = isText(element)
    ? ([element.selectionStart ?? 0, element.selectionEnd ?? 0] as const)
    : undefined;
  return { id: element.id, selection };
}

/** Moves focus and caret to the same control of the form that replaces this one. */
export function useKeptFocus(formId: string, lastFocus: LastFocus): void {
  useBrowserLayoutEffect(() => {
    const { id, selection } = lastFocus.take() ?? {};
    const element = id === undefined ? null : document.getElementById(id);
    if (element && element !== document.activeElement) {
      reveal(element);
      element.focus({ preventScroll: true });
      if (selection && isText(element)) element.setSelectionRange(...selection);
    }
    return () => lastFocus.keep(readFocus(formId));
  }, [formId, lastFocus]);
}
