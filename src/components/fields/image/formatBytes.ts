/** Formats a file size in kB (1,000 bytes) or MB. Sizes below 1 kB are rounded up. */
export function formatBytes(bytes: number, locale: string): string {
  const isLarge = bytes >= 1_000_000;
  const format = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: isLarge ? "megabyte" : "kilobyte",
    unitDisplay: "short",
    maximumFractionDigits: isLarge ? 1 : 0,
  });
  return format.format(Math.max(bytes, 1_000) / (isLarge ? 1_000_000 : 1_000));
}
