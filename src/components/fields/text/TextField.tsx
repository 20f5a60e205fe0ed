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
 * A text of any length: a box that grows with what is written. Renders a `<textarea>` in a field's frame.
 *
 * A prompt's box has more: Ctrl or Cmd with ↑ or ↓ weighs a word or a selection, it counts, it offers what was sent lately,
 * and asks whether a recipe that is pasted is to fill the form. A negative prompt is folded away until it is wanted.
 *
 * @example
 * <TextField name="prompt" />
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
