"use client";
import { useRef } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { usePromptForm } from "../../form-context/PromptFormContext.ts";
import { ActionIcon } from "../../internals/ActionIcon.tsx";
import { useParts } from "../../internals/useParts.ts";
import { offerModule } from "../../recipes/offerModule.ts";
import type { ControlAttributes } from "../FieldFrame.tsx";
import { PromptCounter } from "./PromptCounter.tsx";
import { RecentTexts } from "./RecentTexts.tsx";
import { replaceText } from "./replaceText.ts";
import { TextBox } from "./TextBox.tsx";
import { usePastedRecipe } from "./usePastedRecipe.ts";
import type { TextInput } from "./useTextInput.ts";
import { useWeightKey } from "./useWeightKey.ts";

interface PromptControlProps {
  readonly input: TextInput;
  readonly attributes: ControlAttributes;
}

export function PromptControl({ input, attributes }: PromptControlProps) {
  const part = useParts();
  const { model } = usePromptForm("TextField").modelForm;
  const { prompt: labels, result } = useEasel().labels;
  const status = useRef<HTMLSpanElement>(null);
  const { pasted, onPaste, close } = usePastedRecipe();
  const Offer = offerModule.loaded()?.RecipeOffer;
  const { descriptor, box, id } = input;
  const isPrompt = descriptor.kind === "prompt";
  const task = model.task === "image-to-image" ? "image-to-image" : "text-to-image";
  const countId = `${id}-count`;

  /** Announces a message to screen readers. Sets the text directly, because a state update would re-render the box. */
  function tell(message: string): void {
    if (status.current) status.current.textContent = message;
  }
  const onWeightKey = useWeightKey(tell);

  return (
    <div {...part("prompt-control", "stack")}>
      <TextBox
        {...attributes}
        aria-describedby={[attributes["aria-describedby"], countId].filter(Boolean).join(" ")}
        aria-keyshortcuts="Control+ArrowUp Control+ArrowDown Meta+ArrowUp Meta+ArrowDown"
        input={input}
        rows={isPrompt ? 4 : 2}
        placeholder={isPrompt ? labels.placeholders[task] : labels.negativePlaceholder}
        onPaste={isPrompt ? onPaste : undefined}
        onKeyDown={onWeightKey}
      />
      <div {...part("prompt-foot", "row")}>
        <RecentTexts
          descriptor={descriptor}
          onClose={() => box.current?.focus()}
          onFailure={() => tell(result.errors.not_loaded)}
          onChoose={(text) => {
            if (box.current)
              replaceText(box.current, { text, start: text.length, end: text.length });
            tell(labels.recentUsed);
          }}
        />
        {isPrompt && (
          // The stylesheet hides this button while the box is empty.
          <button
            {...part("prompt-clear", "button-bare")}
            aria-label={labels.clear}
            title={labels.clear}
            onClick={() => box.current && replaceText(box.current, { text: "", start: 0, end: 0 })}
          >
            <ActionIcon name="close" partName="prompt-clear-icon" />
          </button>
        )}
      </div>
      <PromptCounter id={countId} descriptor={descriptor} />
      {Offer && pasted && (
        <Offer
          model={model}
          pasted={pasted}
          onClose={close}
          onDone={(message = "") => {
            box.current?.focus();
            tell(message);
          }}
        />
      )}
      <span {...part("prompt-status", "live")} aria-live="polite" ref={status} />
    </div>
  );
}
