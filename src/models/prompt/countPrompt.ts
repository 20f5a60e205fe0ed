export interface PromptCount {
  readonly words: number;
  /** Grapheme clusters: one for an accented letter or an emoji. */
  readonly characters: number;
  /**
   * Estimated CLIP tokens. Based on word lengths, because CLIP's vocabulary is half a megabyte: within 10% for
   * English.
   */
  readonly tokens: number;
}

const pieces = /\p{L}[\p{L}\p{M}]*|\p{N}|[^\s\p{L}\p{N}]+/gu;

/** Estimates a word's tokens: mostly one in English, more for long words and other languages. */
function piecesOf(piece: string): number {
  if (!/^\p{L}/u.test(piece)) return 1;
  // Scripts without spaces: about one token a character.
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

/** UTF-16 code units segmented at once. */
const windowLength = 1_000;

/** UTF-16 code units that can affect where a preceding segment ends: `can't` and `1.5` are one word. */
const windowMargin = 16;

/**
 * Counts segments in linear time. Segments the text in windows, because browsers copy the whole text into each
 * segment.
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

/** Counts a prompt's words and characters and estimates its tokens. Takes a fraction of a millisecond. */
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
