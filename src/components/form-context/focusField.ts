import { flushSync } from "react-dom";
import { scrollBehavior } from "../internals/scrollBehavior.ts";
import { controlId } from "./PromptFormContext.ts";

/** Opens the form's folded settings. */
type Unfold = (isOpen: true) => void;

const focusedField = () => document.activeElement?.closest('[data-easel="field"]');

/** Scrolls to the focused field of a form, with its label and messages. */
export function showFocusedField(formId: string): void {
  if (!document.activeElement?.id.startsWith(`${formId}-`)) return;
  focusedField()?.scrollIntoView({ block: "nearest" });
}

/** Scrolls to the focused field in settings that have just opened or, if the user opened them there, to their start. */
export function showFold(fold: HTMLElement, isOpenedHere: boolean): void {
  const field = focusedField();
  const shown = isOpenedHere ? fold : field && fold.contains(field) ? field : undefined;
  shown?.scrollIntoView({ block: "nearest", behavior: scrollBehavior() });
}

export function reveal(element: HTMLElement): void {
  const fold = element.parentElement?.closest("details");
  if (!fold) return;
  fold.open = true;
  reveal(fold);
}

function focus(formId: string, element: HTMLElement | null | undefined, unfold: Unfold): void {
  if (!element) return;
  // The content of a section can't receive focus in the first frames of a transition.
  const { style } = element.closest("details") ?? {};
  style?.setProperty("--_open", "0s");
  // On a phone, a field can also be hidden without a closed `<details>`, and a hidden element can't receive focus.
  if (!(element.checkVisibility?.() ?? true)) flushSync(() => unfold(true));
  reveal(element);
  element.focus();
  style?.removeProperty("--_open");
  showFocusedField(formId);
}

export function focusField(formId: string, name: string, unfold: Unfold): void {
  focus(formId, document.getElementById(controlId(formId, name)), unfold);
}

export const submitButton = 'button[type="submit"]';
const toggles = '[data-easel="prompt-form-advanced-toggle"], [data-easel="studio-more"]';

/** Focuses a form's field, and opens the section that contains the field. Does nothing if the form has no such field. */
export function focusFormField(form: HTMLFormElement | null | undefined, name: string): void {
  const ending = controlId("", name);
  const controls = [...(form?.querySelectorAll<HTMLElement>("[id]") ?? [])];
  const control = controls.find(({ id }) => id.endsWith(ending));
  const formId = control?.id.slice(0, -ending.length) ?? "";
  focus(formId, control, () => form?.querySelector<HTMLElement>(toggles)?.click());
}

export function focusFirstField(formId: string, names: readonly string[], unfold: Unfold): void {
  const ids = new Set(names.map((name) => controlId(formId, name)));
  const elements = [...document.querySelectorAll<HTMLElement>("[id]")];
  focus(
    formId,
    elements.find(({ id }) => ids.has(id)),
    unfold,
  );
}
