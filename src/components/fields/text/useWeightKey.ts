"use client";
import { useEffect, type KeyboardEvent } from "react";
import { lazyModule } from "../../../client/lazyModule.ts";
import { useEasel } from "../../../hooks/useEasel.ts";
import { replaceText } from "./replaceText.ts";

type WeightModule = typeof import("../../../models/prompt/changeWeight.ts");

export const weightModule = lazyModule<WeightModule>(
  () => import("../../../models/prompt/changeWeight.ts"),
);

const steps: Readonly<Record<string, number>> = { ArrowUp: 0.1, ArrowDown: -0.1 };

/** Returns a key handler that changes a phrase's weight on Ctrl or Cmd with ↑ or ↓. Loads the weight code on mount. */
export function useWeightKey(
  tell: (message: string) => void,
): (event: KeyboardEvent<HTMLTextAreaElement>) => void {
  const { labels } = useEasel();
  useEffect(() => void weightModule.load().catch(() => undefined), []);

  function weigh(box: HTMLTextAreaElement, step: number, { changeWeight }: WeightModule): void {
    const { value: text, selectionStart: start, selectionEnd: end } = box;
    const weighed = changeWeight({ text, start, end }, step);
    if (weighed) replaceText(box, weighed);
    tell(
      weighed
        ? labels.prompt.weightChanged(weighed.phrase, weighed.weight)
        : labels.prompt.noWordAtCursor,
    );
  }

  async function weighOnceLoaded(box: HTMLTextAreaElement, step: number): Promise<void> {
    try {
      const loaded = await weightModule.load();
      // If the user has left the box, changing its text would move focus back to the box.
      if (box.matches(":focus")) weigh(box, step, loaded);
    } catch {
      tell(labels.result.errors.not_loaded);
    }
  }

  return (event) => {
    const step = steps[event.key];
    const isOurs =
      step !== undefined && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isOurs || event.nativeEvent.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    const loaded = weightModule.loaded();
    if (loaded) weigh(event.currentTarget, step, loaded);
    else void weighOnceLoaded(event.currentTarget, step);
  };
}
