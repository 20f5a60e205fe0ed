export interface PromptCount {
  readonly words: number;
  /** Number of user-perceived characters (grapheme clusters). */
  readonly characters: number;
  /** Estimated CLIP token count, within 10% for English. An exact count requires CLIP's half-megabyte vocabulary. */
  readonly tokens: number;
}

const tokenPattern = /\p{L}[\p{L}\p{M}]*|\p{N}|[^\s\p{L}\p{N}]+/gu;

/** Estimates the number of tokens in a word. Most English words are one token. Words in other languages take more. */
function tokensOf(word: string): number {
  if (!/^\p{L}/u.test(word)) return 1;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word)) {
    return Math.ceil(word.length * 1.3);
  }
  // oxlint-disable-next-line no-control-regex -- matches all of ASCII
  const isPlain = /^[\u0000-\u007f]+$/.test(word);
  return isPlain
    ? word.length > 9
      ? Math.ceil(word.length / 8)
      : 1
    : Math.ceil(word.length / 2.5);
}

let graphemeSegmenter: Intl.Segmenter | undefined;
let wordSegmenter: Intl.Segmenter | undefined;

const windowLength = 1_000;

/** Number of UTF-16 code units after a word that can affect where the word ends, as in `can't` and `1.5`. */
const windowMargin = 16;

/** Counts segments one window at a time. Browsers copy the text into each segment, which takes quadratic time. */
function countSegments(
  segmenter: Intl.Segmenter,
  text: string,
  isCounted: (segment: Intl.SegmentData) => boolean,
): number {
  let count = 0;
  for (let start = 0; start < text.length;) {
    const segments = [...segmenter.segment(text.slice(start, start + windowLength))];
    const isLast = start + windowLength >= text.length;
    const isComplete = ({ index, segment }: Intl.SegmentData, at: number) =>
      isLast || at === 0 || index + segment.length <= windowLength - windowMargin;
    const complete = segments.filter(isComplete);
    count += complete.filter(isCounted).length;
    start += complete.reduce((sum, { segment }) => sum + segment.length, 0);
  }
  return count;
}

export function countPrompt(text: string): PromptCount {
  graphemeSegmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  wordSegmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
  const trimmed = text.trim();
  return {
    words: countSegments(wordSegmenter, trimmed, ({ isWordLike }) => isWordLike === true),
    characters: countSegments(graphemeSegmenter, trimmed, () => true),
    tokens: (trimmed.match(tokenPattern) ?? []).reduce((sum, word) => sum + tokensOf(word), 0),
  };
}
