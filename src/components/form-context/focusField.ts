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

/** Focuses a form's field, and opens the section that contains the field. Does nothing if the form has no such field. */
export function focusFormField(form: HTMLFormElement | null | undefined, name: string): void {
  const ending = controlId("", name);
  const controls = [...(form?.querySelectorAll<HTMLElement>("[id]") ?? [])];
  focus(controls.find(({ id }) => id.endsWith(ending)));
}

export function focusFirstField(formId: string, names: readonly string[]): void {
  const ids = new Set(names.map((name) => controlId(formId, name)));
  const elements = [...document.querySelectorAll<HTMLElement>("[id]")];
  focus(elements.find(({ id }) => ids.has(id)));
}
