const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** The ten digits of Arabic and of Persian. NFKC has turned the wide ones of a Japanese keyboard into plain ones. */
const otherDigits = /[\u0660-\u0669\u06F0-\u06F9]/g;

/**
 * What somebody typed as a number, in whatever digits: a decimal comma is understood, a blank stays blank, and what is no number stays the text
 * that it is, so that the schema can refuse it in words.
 */
export function parseNumber(text: string): number | string {
  const plain = text
    .trim()
    .normalize("NFKC")
    .replaceAll(otherDigits, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
    .replace(/[−ー]/, "-")
    .replace(/[,٫]/, ".");
  return decimal.test(plain) ? Number(plain) : text.trim();
}
