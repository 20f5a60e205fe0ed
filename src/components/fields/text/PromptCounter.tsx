"use client";
import { useMemo } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { FieldDescriptor } from "../../../models/describeFields.ts";
import { countPrompt } from "../../../models/prompt/countPrompt.ts";
import { useParts } from "../../internals/useParts.ts";
import { useSettledText } from "./useSettledText.ts";

interface PromptCountProps {
  readonly id: string;
  readonly descriptor: FieldDescriptor;
}

/** Share of the token limit from which the count stays visible. Below it, the count is visible while the box has focus. */
const nearLimit = 0.8;

const nothing = { words: 0, characters: 0, tokens: 0 };

export function PromptCounter({ id, descriptor: { name, tokens: limit } }: PromptCountProps) {
  const part = useParts();
  const { labels } = useEasel();
  const text = useSettledText(name);
  const { words, characters, tokens } = useMemo(
    () => (text === "" ? nothing : countPrompt(text)),
    [text],
  );
  const isOver = limit !== undefined && tokens > limit;
  return (
    <span
      {...part("prompt-count", "figures")}
      data-near={limit !== undefined && tokens > limit * nearLimit ? "" : undefined}
      data-over={isOver ? "" : undefined}
      id={id}
    >
      <span>{labels.prompt.count(words, characters)}</span>
      {limit !== undefined && (
        <span {...part("prompt-tokens")}>
          {isOver
            ? labels.prompt.tooManyTokens(tokens, limit)
            : labels.prompt.tokens(tokens, limit)}
        </span>
      )}
    </span>
  );
}
