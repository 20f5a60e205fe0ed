import { controlId } from "./PromptFormContext.ts";

const control = (formId: string, name: string): HTMLElement | null =>
  document.getElementById(controlId(formId, name));

/** Opens what an element is folded away in. */
export function reveal(element: HTMLElement): void {
  const fold = element.parentElement?.closest("details");
  if (!fold) return;
  fold.open = true;
  reveal(fold);
}

/** Moves focus to a field's control and opens what it is folded away in. */
export function focusField(formId: string, name: string): void {
  const element = control(formId, name);
  if (!element) return;
  reveal(element);
  element.focus();
}

/** The same for the one of these fields that stands first on the page. */
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
