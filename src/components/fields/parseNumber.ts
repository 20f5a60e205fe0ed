const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** Arabic and Persian digits. Full-width digits aren't included, because NFKC normalization converts them. */
const otherDigits = /[\u0660-\u0669\u06F0-\u06F9]/g;

/** Parses a number in Latin, Arabic, Persian, or full-width digits with `.` or `,`. Returns any other text, trimmed. */
export function parseNumber(text: string): number | string {
  const plain = text
    .trim()
    .normalize("NFKC")
    .replaceAll(otherDigits, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
    .replace(/[−ー]/, "-")
    .replace(/[,٫]/, ".");
  return decimal.test(plain) ? Number(plain) : text.trim();
}
