import { controlId } from "./PromptFormContext.ts";

export function reveal(element: HTMLElement): void {
  const fold = element.parentElement?.closest("details");
  if (!fold) return;
  fold.open = true;
  reveal(fold);
}

function focus(element: HTMLElement | null | undefined): void {
  if (!element) return;
  reveal(element);
  element.focus();
}

export function focusField(formId: string, name: string): void {
  focus(document.getElementById(controlId(formId, name)));
}

export function focusFirstField(formId: string, names: readonly string[]): void {
  const ids = new Set(names.map((name) => controlId(formId, name)));
  const elements = [...document.querySelectorAll<HTMLElement>("[id]")];
  focus(elements.find(({ id }) => ids.has(id)));
}
