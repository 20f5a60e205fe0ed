const steps = [
  { from: 1_000_000, unit: "megabyte", digits: 1 },
  { from: 0, unit: "kilobyte", digits: 0 },
] as const;

/** Formats a file size in kB (1,000 bytes) or MB; at least 1 kB. */
export function formatBytes(bytes: number, locale: string): string {
  const { unit, digits } = steps.find(({ from }) => bytes >= from) ?? steps[1];
  const amount = Math.max(bytes, 1_000) / (unit === "megabyte" ? 1_000_000 : 1_000);
  const options = {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: digits,
  } as const;
  return new Intl.NumberFormat(locale, options).format(amount);
}
