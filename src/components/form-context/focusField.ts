import { controlId } from "./PromptFormContext.ts";

const control = (formId: string, name: string): HTMLElement | null =>
  document.getElementById(controlId(formId, name));

export function reveal(element: HTMLElement): void {
  const fold = element.parentElement?.closest("details");
  if (!fold) return;
  fold.open = true;
  reveal(fold);
}

/** Focuses a field's control and opens the `<details>` around it. */
export function focusField(formId: string, name: string): void {
  const element = control(formId, name);
  if (!element) return;
  reveal(element);
  element.focus();
}

/** The field that comes first on the page. */
export function focusFirstField(formId: string, names: readonly string[]): void {
  const [first] = names
    .filter((name) => control(formId, name))
    .toSorted((a, b) => {
      const [one, other] = [control(formId, a), control(formId, b)];
      const follows = Node.DOCUMENT_POSITION_FOLLOWING;
      return one && other && one.compareDocumentPosition(other) & follows ? -1 : 1;
    });
  if (first !== undefined) focusField(formId, first);
}
