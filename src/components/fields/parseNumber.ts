const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * What somebody typed as a number: a decimal comma is understood, a blank stays blank, and what is no number stays the text
 * that it is, so that the schema can refuse it in words.
 */
export function parseNumber(text: string): number | string {
  const plain = text.trim().replace("−", "-").replace(",", ".");
  return decimal.test(plain) ? Number(plain) : text.trim();
}
