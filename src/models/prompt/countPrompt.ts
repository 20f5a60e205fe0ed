export interface PromptCount {
  readonly words: number;
  /** As people count them: one for a letter with its accent, one for an emoji. */
  readonly characters: number;
  /**
   * About how many pieces a text encoder of CLIP's kind makes of it, of which it reads 75 at once. An estimate from the
   * lengths of the words, without CLIP's own vocabulary (half a megabyte): within a tenth for English.
   */
  readonly tokens: number;
}

const pieces = /\p{L}[\p{L}\p{M}]*|\p{N}|[^\s\p{L}\p{N}]+/gu;

/** Most English words are a piece of their own, long ones two; words of other languages come apart sooner. */
function piecesOf(piece: string): number {
  if (!/^\p{L}/u.test(piece)) return 1;
  // Without spaces between its words, each sign or two is a piece.
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(piece)) {
    return Math.ceil(piece.length * 1.3);
  }
  // oxlint-disable-next-line no-control-regex -- the letters that English is written with
  const isPlain = /^[\u0000-\u007f]+$/.test(piece);
  return isPlain
    ? piece.length > 9
      ? Math.ceil(piece.length / 8)
      : 1
    : Math.ceil(piece.length / 2.5);
}

let graphemes: Intl.Segmenter | undefined;
let words: Intl.Segmenter | undefined;

/** UTF-16 code units that are segmented at once. */
const windowLength = 1_000;

/** UTF-16 code units that may decide where the segments before them end: `can't` and `1.5` are one word. */
const windowMargin = 16;

/**
 * Counts segments in time linear in the text. Browsers copy the whole text into each segment, so that it is segmented in
 * windows. Segments at the end of a window start the next one.
 */
function countSegments(
  segmenter: Intl.Segmenter,
  text: string,
  isCounted: (segment: Intl.SegmentData) => boolean,
): number {
  let count = 0;
  for (let start = 0; start < text.length;) {
    const segments = [...segmenter.segment(text.slice(start, start + windowLength))];
    const isLast = start + windowLength >= text.length;
    const isWhole = ({ index, segment }: Intl.SegmentData, at: number) =>
      isLast || at === 0 || index + segment.length <= windowLength - windowMargin;
    const whole = segments.filter(isWhole);
    count += whole.filter(isCounted).length;
    start += whole.reduce((sum, { segment }) => sum + segment.length, 0);
  }
  return count;
}

/** Counts a prompt's words, characters and, about, its tokens. Takes a fraction of a millisecond for a usual prompt. */
export function countPrompt(text: string): PromptCount {
  graphemes ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  words ??= new Intl.Segmenter(undefined, { granularity: "word" });
  const trimmed = text.trim();
  return {
    words: countSegments(words, trimmed, ({ isWordLike }) => isWordLike === true),
    characters: countSegments(graphemes, trimmed, () => true),
    tokens: (trimmed.match(pieces) ?? []).reduce((sum, piece) => sum + piecesOf(piece), 0),
  };
}
