"use client";
import { useWatch } from "react-hook-form";
import { inputText } from "../fields/inputText.ts";
import { usePromptForm } from "../form-context/PromptFormContext.ts";
import { useHistoryLabels } from "../internals/useHistoryLabels.ts";
import { useParts } from "../internals/useParts.ts";

/**
 * Renders the model and the changed settings that a phone's folded form hides: the start image, the style, and the
 * number of images, which affects the price.
 */
export function StudioSummary({ hasModels }: { readonly hasModels: boolean }) {
  const part = useParts();
  const { model, fields, form } = usePromptForm("Studio").modelForm;
  const { images } = useHistoryLabels();
  const values = useWatch({ control: form.control });
  const facts = fields.flatMap(({ name, kind, label, options, default: preset }) => {
    const value: unknown = values[name];
    if (value === undefined || value === "" || value === preset) return [];
    if (kind === "image") return label;
    if (kind === "style")
      return options?.find((one) => one.value === value)?.label ?? inputText(value);
    return name === "samples" && Number(value) > 1 ? images(Number(value)) : [];
  });
  return (
    <p {...part("studio-summary", "caption")}>
      {[...(hasModels ? [model.title] : []), ...facts].join(" · ")}
    </p>
  );
}
