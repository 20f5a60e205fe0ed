"use client";
import { forwardRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { Model } from "../../../models/defineModel.ts";
import type { FieldDescriptor } from "../../../models/describeFields.ts";
import { FieldFrame, type FieldComponent, type FieldProps } from "../FieldFrame.tsx";
import { FoldedFrame } from "./FoldedFrame.tsx";
import { PromptControl } from "./PromptControl.tsx";
import { TextBox } from "./TextBox.tsx";
import { useTextInput } from "./useTextInput.ts";

const isNegativePrompt = ({ name }: FieldDescriptor): boolean => /^negative_?prompt$/i.test(name);

/**
 * Text of any length. A prompt also has weights (Ctrl or Cmd with ↑ or ↓), a count, recent prompts, and an offer to fill
 * the form from a pasted recipe. A negative prompt is folded at first.
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
