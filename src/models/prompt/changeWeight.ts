import { parsePrompt, type PromptGroup, type PromptPart } from "./parsePrompt.ts";

/** Text selection in a prompt. If there is only a caret, `start` equals `end`. */
export interface PromptSelection {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface WeightedPrompt extends PromptSelection {
  readonly phrase: string;
  readonly weight: number;
}

const separator = /[\s,;:|!?"“”()[\]{}<>、。，；：！？]/;

/** Pattern for a tag such as `<lora:fox:0.8>`. Excludes nested angle brackets so that the scan takes linear time. */
const tag = /<[^\s<>:]+:[^<>]*>/g;

/** Pattern for a ComfyUI embedding, which counts as one word. */
const embedding = /\bembedding:[^\s,;:|()[\]<>]+/g;

/** Words that other programs treat as commands. */
const keywords = new Set(["AND", "BREAK"]);

const round = (weight: number): number => Math.round(weight * 100) / 100;

const isGroup = (part: PromptPart): part is PromptGroup => part.kind === "group";

function groupAround(
  root: readonly PromptPart[],
  start: number,
  end: number,
): PromptGroup | undefined {
  let match: PromptGroup | undefined;
  let parts = root;
  for (;;) {
    const group = parts.filter(isGroup).find((part) => part.start < start && end < part.end);
    if (!group) return match;
    match = group;
    parts = group.parts;
  }
}

/** Returns whether brackets switch or alternate prompts, as in `[cat:dog:0.5]` and `[cat|dog]`, and set no weight. */
function isOtherSyntax({ open, parts }: PromptGroup): boolean {
  const texts = parts.flatMap((part) => (part.kind === "text" ? [part.text] : []));
  const last = parts.at(-1);
  const ending = last?.kind === "text" ? last.text.slice(last.text.lastIndexOf(":")) : "";
  return (
    open === "[" &&
    (texts.some((text) => text.includes("|")) ||
      /^:\s*(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})\s*$/.test(ending))
  );
}

const cutsTag = (text: string, start: number, end: number): boolean =>
  Array.from(text.matchAll(tag)).some(({ 0: match, index }) => {
    const isInside = (at: number) => at > index && at < index + match.length;
    const isWhole = start === index && end === index + match.length;
    return isInside(start) || isInside(end) || isWhole;
  });

interface Span {
  readonly start: number;
  readonly end: number;
}

const embeddingsIn = (text: string): readonly Span[] =>
  Array.from(text.matchAll(embedding), ({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
  }));

function expandOverSpans(
  text: string,
  groups: readonly PromptGroup[],
  start: number,
  end: number,
): readonly [start: number, end: number] {
  const spans = [...groups, ...embeddingsIn(text)];
  const cut = (at: number) => spans.find((span) => span.start < at && at < span.end);
  return [cut(start)?.start ?? start, cut(end)?.end ?? end];
}

function trim(text: string, start: number, end: number): readonly [start: number, end: number] {
  const phrase = text.slice(start, end);
  const first = start + (phrase.length - phrase.trimStart().length);
  return [first, Math.max(first, start + phrase.trimEnd().length)];
}

function wordAt(text: string, caret: number): readonly [start: number, end: number] {
  const embeddingAt = embeddingsIn(text).find(({ start, end }) => start <= caret && caret <= end);
  if (embeddingAt) return [embeddingAt.start, embeddingAt.end];
  const isWord = (at: number): boolean => {
    const char = text[at];
    if (char === undefined || separator.test(char))
      return text[at - 1] === "\\" && char !== undefined;
    // A period ends a word, but a decimal point doesn't.
    return char !== "." || /[\p{L}\p{N}]/u.test(text[at + 1] ?? "");
  };
  let start = caret;
  let end = caret;
  while (start > 0 && isWord(start - 1)) start -= 1;
  while (end < text.length && isWord(end)) end += 1;
  return [start, end];
}

function outsideEscape(text: string, at: number, step: 1 | -1): number {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes += 1;
  return slashes % 2 === 1 ? Math.min(at + step, text.length) : at;
}

interface Target extends Span {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

const bracketed = (group: PromptGroup): Target => ({
  ...group,
  from: group.start + 1,
  to: group.contentEnd,
  weight: group.written === "" && group.open === "[" ? 0.9 : group.weight,
});

/** Returns the brackets whose weight to change or the words to put in brackets, or undefined inside other syntax. */
function findTarget(selection: PromptSelection): Target | undefined {
  const { text } = selection;
  const isCaret = selection.start === selection.end;
  const start = outsideEscape(text, selection.start, -1);
  const end = isCaret ? start : outsideEscape(text, selection.end, 1);
  const root = parsePrompt(text);
  const group = groupAround(root, start, end);
  if (cutsTag(text, start, end) || (group && isOtherSyntax(group))) return undefined;
  const groups = (group?.parts ?? root).filter(isGroup);
  if (isCaret) {
    if (group) return bracketed(group);
    const [first, last] = wordAt(text, start);
    if (keywords.has(text.slice(first, last))) return undefined;
    if (first < last) return { start: first, end: last, from: first, to: last, weight: 1 };
    const adjacent = groups.find(
      (part) => (part.end === start || part.start === start) && !isOtherSyntax(part),
    );
    return adjacent && bracketed(adjacent);
  }
  const limit = group ? Math.min(end, group.contentEnd) : end;
  const [first, last] = trim(
    text,
    ...expandOverSpans(
      text.slice(0, group?.contentEnd),
      groups,
      ...trim(text, Math.min(start, limit), limit),
    ),
  );
  if (first === last) return undefined;
  const filled = group && trim(text, group.start + 1, group.contentEnd);
  if (group && filled?.[0] === first && filled[1] === last) return bracketed(group);
  const same = groups.find(
    (part) => part.start === first && part.end === last && !isOtherSyntax(part),
  );
  return same ? bracketed(same) : { start: first, end: last, from: first, to: last, weight: 1 };
}

function stepWeight(weight: number, step: number): number {
  const stepped = round(weight + step);
  return step < 0 ? Math.min(weight, Math.max(0, stepped)) : stepped;
}

/**
 * Changes the weight of the selection, the brackets around the caret, or the word at the caret. For example, `cat`
 * becomes `(cat:1.1)`, then `(cat:1.2)`. Leaves `<lora:fox:0.8>`, `[cat:dog:0.5]`, and `[cat|dog]` unchanged. Takes
 * linear time.
 *
 * @param step 0.1 or -0.1; a negative step doesn't lower the weight below 0
 * @returns the new text with the same words selected, or undefined if there are no words whose weight can change
 */
export function changeWeight(selection: PromptSelection, step: number): WeightedPrompt | undefined {
  const target = findTarget(selection);
  if (!target) return undefined;
  const { text } = selection;
  const { start, end, from, to } = target;
  const phrase = text.slice(from, to);
  const weight = stepWeight(target.weight, step);
  const isDefault = weight === 1;
  const weighed = isDefault ? phrase : `(${phrase}:${weight})`;
  const moved = start + (isDefault ? 0 : 1) - from;
  const move = (at: number): number => Math.min(Math.max(at, from), to) + moved;
  const weighedText = text.slice(0, start) + weighed + text.slice(end);
  const caret = move(selection.start);
  const again =
    selection.start === selection.end
      ? findTarget({ text: weighedText, start: caret, end: caret })
      : undefined;
  const selected =
    again?.from === move(from) && again.to === move(to)
      ? { start: caret, end: caret }
      : { start: move(from), end: move(to) };
  return { text: weighedText, ...selected, phrase, weight };
}
