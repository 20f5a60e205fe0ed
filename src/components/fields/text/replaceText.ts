import type { PromptSelection } from "../../../models/prompt/changeWeight.ts";

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** Replaces a box's text and selection as if the user had typed the text, so that the browser can undo the change. */
export function replaceText(box: HTMLTextAreaElement, { text, start, end }: PromptSelection): void {
  const before = box.value;
  const from = sharedStart(before, text);
  const rest = Math.min(before.length, text.length) - from;
  let kept = 0;
  while (kept < rest && before.at(-1 - kept) === text.at(-1 - kept)) kept += 1;
  const to = before.length - kept;
  const typed = text.slice(from, text.length - kept);

  box.focus();
  if (from !== to || typed !== "") {
    box.setSelectionRange(from, to);
    // `execCommand` is deprecated, but no other API adds to the browser's undo stack.
    const { execCommand } = document as { execCommand?: Document["execCommand"] };
    const isDone =
      typed === ""
        ? execCommand?.call(document, "delete")
        : execCommand?.call(document, "insertText", false, typed);
    if (isDone !== true) {
      box.setRangeText(typed, from, to);
      box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
    }
  }
  box.setSelectionRange(start, end);
}
