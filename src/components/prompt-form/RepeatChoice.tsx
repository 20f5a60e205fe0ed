"use client";
import { useEffect, useId, useRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { useParts } from "../internals/useParts.ts";

interface RepeatChoiceProps {
  /** Called with the pressed element, which unmounts with the question. */
  readonly onNewSeed: (from: HTMLElement) => void;
  readonly onConfirm: (from: HTMLElement) => void;
  /** Called on Escape. */
  readonly onCancel: (from: HTMLElement) => void;
}

/** Asks whether to generate the same image again. Focuses the first answer. */
export function RepeatChoice({ onNewSeed, onConfirm, onCancel }: RepeatChoiceProps) {
  const part = useParts();
  const labels = useEasel().labels.settings;
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of its buttons bubble
    <div
      {...part("prompt-form-repeat", "stack")}
      role="group"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onCancel(event.currentTarget);
      }}
    >
      <p {...part("prompt-form-repeat-text")} id={id}>
        {labels.repeat}
      </p>
      <div {...part("prompt-form-repeat-actions", "row")}>
        <button
          {...part("prompt-form-repeat-seed", "button-primary")}
          ref={first}
          onClick={({ currentTarget }) => onNewSeed(currentTarget)}
        >
          {labels.repeatNewSeed}
        </button>
        <button
          {...part("prompt-form-repeat-anyway", "button")}
          onClick={({ currentTarget }) => onConfirm(currentTarget)}
        >
          {labels.repeatAnyway}
        </button>
      </div>
    </div>
  );
}
