"use client";
import type { CatalogModel } from "../../models/catalog/catalog.ts";
import type { Model } from "../../models/defineModel.ts";
import type { FieldName, FormValues } from "../../models/formValues.ts";
import { useFormField, type FormField } from "./useFormField.ts";

/**
 * Ties your own control to a field; renders again for this field only. Set the `id` from `renderControl` on a native
 * control, so that input before hydration is kept. Names and values are those of the catalog's models; for your own:
 * `useField<typeof flux>("frames")`.
 *
 * @example
 * const scheduler = useField("scheduler");
 *
 * <FieldFrame
 *   field={scheduler}
 *   renderControl={(attributes) => (
 *     <select
 *       {...attributes}
 *       value={scheduler.value}
 *       onChange={(event) => scheduler.setValue(event.target.value as typeof scheduler.value)}
 *       onBlur={scheduler.onBlur}
 *     >
 *       {scheduler.descriptor.options?.map(({ value }) => <option key={value}>{value}</option>)}
 *     </select>
 *   )}
 * />;
 *
 * @throws without a `PromptForm.Root` above, or if its model has no such field
 */
export function useField<M extends Model = CatalogModel, Name extends FieldName<M> = FieldName<M>>(
  name: Name,
): FormField<FormValues<M>[Name]> {
  return useFormField("useField", name) as FormField<FormValues<M>[Name]>;
}
