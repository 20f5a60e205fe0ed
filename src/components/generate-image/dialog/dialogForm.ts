import type { Model } from "../../../models/defineModel.ts";
import { describeFields } from "../../../models/describeFields.ts";
import type { FormValues } from "../../../models/formValues.ts";
import type { ImageSettings } from "../context/generatedImage.ts";
import type { GenerateImageState } from "../context/GenerateImageContext.ts";
import { fittingSize } from "./fittingSize.ts";

/** Returns the names of the fields in the dialog, unless the app sets them. */
export function dialogFields(model: Model, own: readonly string[] | undefined): readonly string[] {
  return (
    own ??
    describeFields(model)
      .filter(({ kind, name, required }) =>
        kind === "hidden"
          ? false
          : required || /^(prompt|image|style)$/.test(kind) || name === "samples",
      )
      .map(({ name }) => name)
  );
}

/** Returns the form's initial values. The settings of the shown images are filled in, but not their seed. */
export function dialogValues(
  { model, ratio, defaultValues }: Pick<GenerateImageState, "model" | "ratio" | "defaultValues">,
  names: readonly string[],
  settings: ImageSettings | undefined,
): FormValues {
  const used = settings?.modelId === model.id ? settings.input : {};
  return {
    // The model's example prompt would be charged if the user generated it by accident.
    ...Object.fromEntries(
      describeFields(model).flatMap(({ name, kind }) => (kind === "prompt" ? [[name, ""]] : [])),
    ),
    ...(ratio === undefined ? {} : fittingSize(model, ratio)),
    ...defaultValues,
    ...Object.fromEntries(
      names.flatMap((name) => (used[name] === undefined ? [] : [[name, used[name]]])),
    ),
  };
}
