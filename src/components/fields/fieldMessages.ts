import type { ModelForm } from "../../hooks/useModelForm.ts";

export function fieldMessages(
  { model, form }: ModelForm,
  name: string,
): readonly [error: string | undefined, ...warnings: string[]] {
  const warnings = (model.rules ?? [])
    .filter((rule) => rule.fields.includes(name) && rule.when(form.getValues()))
    .map(({ message }) => message);
  return [form.getFieldState(name).error?.message, ...warnings];
}
