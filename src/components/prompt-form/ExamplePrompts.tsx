"use client";
import { useId, useState } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { inputText } from "../fields/inputText.ts";
import { replaceText } from "../fields/text/replaceText.ts";
import { submitButton } from "../form-context/focusField.ts";
import { controlId, usePromptForm } from "../form-context/PromptFormContext.ts";
import { useFormSnapshot } from "../form-context/useFormSnapshot.ts";
import { isTouch } from "../internals/isTouch.ts";
import { useParts } from "../internals/useParts.ts";

/**
 * Renders the model's example prompts as buttons if the prompt was empty at any time. They stay when the prompt is
 * filled, so that the fields below don't move. The browser can undo the insertion.
 */
export function ExamplePrompts({ name }: { readonly name: string }) {
  const part = useParts();
  const { labels } = useEasel();
  const { id, modelForm } = usePromptForm("PromptForm.Fields");
  const { form, model } = modelForm;
  const [isEmpty] = useFormSnapshot(form, () => [inputText(form.getValues(name)).trim() === ""]);
  const [wasEmpty, setWasEmpty] = useState(isEmpty);
  if (isEmpty && !wasEmpty) setWasEmpty(true);
  const titleId = useId();
  if (!wasEmpty || !model.examplePrompts?.length) return null;

  function fill(text: string): void {
    const box = document.getElementById(controlId(id, name));
    if (box instanceof HTMLTextAreaElement && !isTouch()) {
      replaceText(box, { text, start: text.length, end: text.length });
    } else {
      form.setValue(name, text, { shouldDirty: true });
      (isTouch() ? box?.closest("form")?.querySelector<HTMLElement>(submitButton) : box)?.focus();
    }
  }

  return (
    <div {...part("prompt-form-examples", "stack")} data-filled={isEmpty ? undefined : ""}>
      <p {...part("prompt-form-examples-title", "caption")} id={titleId}>
        {labels.form.tryExample}
      </p>
      <ul {...part("prompt-form-examples-list", "list")} aria-labelledby={titleId}>
        {model.examplePrompts.map((text) => (
          <li key={text}>
            <button
              {...part("prompt-form-example", "button")}
              dir="auto"
              title={text}
              onClick={() => fill(text)}
            >
              <span {...part("prompt-form-example-text")}>{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
