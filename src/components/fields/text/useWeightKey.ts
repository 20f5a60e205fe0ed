import type { KeyboardEvent } from "react";
import { changeWeight, type WeightedPrompt } from "../../../models/prompt/changeWeight.ts";
import { replaceText } from "./replaceText.ts";

const steps: Readonly<Record<string, number>> = { ArrowUp: 0.1, ArrowDown: -0.1 };

/**
 * Changes a prompt weight on Ctrl or Cmd with an arrow key.
 *
 * @returns what was weighed, `null` where there was nothing to weigh, and undefined for any other key.
 */
export function handleWeightKey(
  event: KeyboardEvent<HTMLTextAreaElement>,
): WeightedPrompt | null | undefined {
  const step = steps[event.key];
  const isOurs =
    step !== undefined && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (!isOurs || event.nativeEvent.isComposing || event.defaultPrevented) return undefined;
  event.preventDefault();
  const box = event.currentTarget;
  const { value: text, selectionStart: start, selectionEnd: end } = box;
  const weighed = changeWeight({ text, start, end }, step);
  if (weighed) replaceText(box, weighed);
  return weighed ?? null;
}
