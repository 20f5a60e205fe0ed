"use client";
import { forwardRef, useImperativeHandle, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useProviderValue } from "../../../hooks/EaselContext.ts";
import { findRepeat } from "../../prompt-form/findRepeat.ts";
import { RepeatChoice } from "../../prompt-form/RepeatChoice.tsx";
import { useImageResult } from "../context/ImageResultContext.ts";
import { fieldsOf } from "./fieldsOf.ts";
import { PaidButton, type PaidButtonProps } from "./PaidButton.tsx";
import { withNewSeed } from "./variation.ts";

/** Renders a button that generates an input, and that a question replaces if the same image was generated before. */
export const RepeatableButton = forwardRef<HTMLButtonElement, Omit<PaidButtonProps, "send">>(
  function RepeatableButton({ model, input, ...props }, ref) {
    const { jobs } = useProviderValue();
    const { onGenerate } = useImageResult("ImageResult.Root");
    const [isAsking, setAsking] = useState(false);
    const button = useRef<HTMLButtonElement>(null);
    useImperativeHandle(ref, () => button.current as HTMLButtonElement);
    const { seed } = fieldsOf(model);

    /** Shows the button again, focuses it, and generates an input. */
    function finish(next?: typeof input): void {
      flushSync(() => setAsking(false));
      button.current?.focus();
      if (next) onGenerate?.(next, model);
    }

    if (isAsking) {
      return (
        <RepeatChoice
          onNewSeed={() => finish(withNewSeed(model, input))}
          onConfirm={() => finish(input)}
          onCancel={() => finish()}
        />
      );
    }
    return (
      <PaidButton
        {...props}
        model={model}
        input={input}
        send={(event) => {
          const about = { jobs: jobs.list(), modelId: model.id, input };
          if (!seed || !findRepeat({ ...about, seedName: seed.name })) {
            return onGenerate?.(input, model);
          }
          // Keeps the popup open.
          event.stopPropagation();
          return setAsking(true);
        }}
        ref={button}
      />
    );
  },
);
