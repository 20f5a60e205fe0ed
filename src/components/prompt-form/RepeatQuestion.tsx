"use client";
import { useContext, useEffect, useId, useRef } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { useParts } from "../internals/useParts.ts";
import { RepeatQuestionContext } from "./useRepeatQuestion.ts";

/** Asks before an identical generation is charged again. */
export function RepeatQuestion() {
  const part = useParts();
  const labels = useEasel().labels.settings;
  const { isAsking, register, generateAnyway, takeNewSeed, dismiss } =
    useContext(RepeatQuestionContext);
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);

  useEffect(() => register(), [register]);
  useEffect(() => {
    if (isAsking) first.current?.focus();
  }, [isAsking]);
  if (!isAsking) return null;

  /** Moves focus to the submit button, because the question unmounts. */
  function finish(from: HTMLElement, act: () => void): HTMLFormElement | null {
    const form = from.closest("form");
    form?.querySelector<HTMLElement>('[type="submit"]')?.focus();
    act();
    return form;
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of its buttons bubble
    <div
      {...part("prompt-form-repeat", "stack")}
      role="group"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        finish(event.currentTarget, dismiss);
      }}
    >
      <p {...part("prompt-form-repeat-text")} id={id}>
        {labels.repeat}
      </p>
      <div {...part("prompt-form-repeat-actions", "row")}>
        <button
          {...part("prompt-form-repeat-seed", "button-primary")}
          ref={first}
          onClick={({ currentTarget }) => finish(currentTarget, takeNewSeed)?.requestSubmit()}
        >
          {labels.repeatNewSeed}
        </button>
        <button
          {...part("prompt-form-repeat-anyway", "button")}
          onClick={({ currentTarget }) => finish(currentTarget, generateAnyway)}
        >
          {labels.repeatAnyway}
        </button>
      </div>
    </div>
  );
}
