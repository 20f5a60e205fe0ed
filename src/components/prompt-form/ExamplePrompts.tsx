"use client";
import { useContext, useId, useState } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { inputText } from "../fields/inputText.ts";
import { replaceText } from "../fields/text/replaceText.ts";
import { controlId, SubmitContext, usePromptForm } from "../form-context/PromptFormContext.ts";
import { useFormSnapshot } from "../form-context/useFormSnapshot.ts";
import { useParts } from "../internals/useParts.ts";

/**
 * Renders the model's example prompts as buttons while the prompt is empty. The browser can undo the insertion. After
 * the prompt is filled, the prompt's box takes the place of the examples until the form is submitted, so that the fields
 * below don't move while the user types.
 */
export function ExamplePrompts({ name }: { readonly name: string }) {
  const part = useParts();
  const { labels } = useEasel();
  const { id, modelForm } = usePromptForm("PromptForm.Fields");
  const { form, model } = modelForm;
  const [isEmpty] = useFormSnapshot(form, () => [inputText(form.getValues(name)).trim() === ""]);
  const { sending } = useContext(SubmitContext);
  const [hasPlace, setHasPlace] = useState(isEmpty);
  if (isEmpty !== hasPlace && (isEmpty || sending)) setHasPlace(isEmpty);
  const titleId = useId();
  if (!hasPlace || !model.examplePrompts?.length) return null;

  function fill(text: string): void {
    const box = document.getElementById(controlId(id, name));
    if (box instanceof HTMLTextAreaElement) {
      replaceText(box, { text, start: text.length, end: text.length });
    } else {
      form.setValue(name, text, { shouldDirty: true });
      box?.focus();
    }
  }

  return (
    <div
      {...part("prompt-form-examples", "stack")}
      ref={(element) => {
        const height = `${element?.getBoundingClientRect().height}px`;
        element?.parentElement?.style.setProperty("--easel-examples", height);
      }}
      data-hidden={isEmpty ? undefined : ""}
      style={{ visibility: isEmpty ? undefined : "hidden" }}
    >
      <p {...part("prompt-form-examples-title", "caption")} id={titleId}>
        {labels.form.tryExample}
      </p>
      <ul {...part("prompt-form-examples-list", "list")} aria-labelledby={titleId}>
        {model.examplePrompts.map((text) => (
          <li key={text}>
            <button
              {...part("prompt-form-example", "button")}
              dir="auto"
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
