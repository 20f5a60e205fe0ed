"use client";
import { forwardRef, useState } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { Model } from "../../../models/defineModel.ts";
import { useParts } from "../../internals/useParts.ts";
import {
  FieldFrame,
  type FieldComponent,
  type FieldFrameProps,
  type FieldProps,
} from "../FieldFrame.tsx";
import { isNegativePrompt } from "./isNegativePrompt.ts";
import { PromptControl } from "./PromptControl.tsx";
import { TextBox } from "./TextBox.tsx";
import { useSettledText } from "./useSettledText.ts";
import { useTextInput } from "./useTextInput.ts";

/** Maximum length of a preview, in characters. Screen readers take too long to read longer previews. */
const mostChars = 120;

function Preview({ name }: { readonly name: string }) {
  const part = useParts();
  const { labels } = useEasel();
  const text = useSettledText(name).trim();
  return (
    <span
      {...part("field-fold-preview", "caption")}
      data-empty={text === "" ? "" : undefined}
      dir="auto"
    >
      {text === "" ? labels.prompt.empty : text.slice(0, mostChars)}
    </span>
  );
}

const FoldedFrame = forwardRef<HTMLDivElement, Omit<FieldFrameProps, "fold">>(
  function FoldedFrame(props, ref) {
    const { error, descriptor } = props.field;
    const [isOpen, setOpen] = useState(false);
    const [shownError, setShownError] = useState<string>();
    if (error !== shownError) {
      setShownError(error);
      if (error !== undefined) setOpen(true);
    }
    return (
      <FieldFrame
        {...props}
        ref={ref}
        fold={{ isOpen, onOpenChange: setOpen, preview: <Preview name={descriptor.name} /> }}
      />
    );
  },
);

/**
 * Field for text. A prompt field also has keys for weights (Ctrl or Cmd with ↑ or ↓), a count of words and tokens, a
 * list of recent prompts, and an offer to fill the form from a pasted recipe.
 */
export const TextField = forwardRef<HTMLDivElement, FieldProps<Model>>(function TextField(
  { name, ...rest },
  ref,
) {
  const input = useTextInput("TextField", name);
  const { labels } = useEasel();
  const { descriptor } = input;
  if (isNegativePrompt(descriptor)) {
    return (
      <FoldedFrame
        {...rest}
        ref={ref}
        field={input}
        kind="text"
        renderControl={(attributes) => <PromptControl input={input} attributes={attributes} />}
      />
    );
  }
  const isPrompt = descriptor.kind === "prompt";
  return (
    <FieldFrame
      {...rest}
      ref={ref}
      field={input}
      kind={isPrompt ? "prompt" : "text"}
      note={isPrompt && labels.prompt.weightKeys}
      renderControl={(attributes) =>
        isPrompt ? (
          <PromptControl input={input} attributes={attributes} />
        ) : (
          <TextBox {...attributes} input={input} rows={2} />
        )
      }
    />
  );
}) as unknown as FieldComponent;
