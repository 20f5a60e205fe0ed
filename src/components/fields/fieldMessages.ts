import type { ModelForm } from "../../hooks/useModelForm.ts";

/** What is to be said beside a field just now: what is wrong with it, and what does not go together with another field. */
export function fieldMessages(
  { model, form }: ModelForm,
  name: string,
): readonly [error: string | undefined, ...warnings: string[]] {
  const warnings = (model.rules ?? [])
    .filter((rule) => rule.fields.includes(name) && rule.when(form.getValues()))
    .map(({ message }) => message);
  return [form.getFieldState(name).error?.message, ...warnings];
}
