const steps = [
  { from: 1_000_000, unit: "megabyte", digits: 1 },
  { from: 0, unit: "kilobyte", digits: 0 },
] as const;

/** A file's size as a person says it: in kilobytes of 1,000, from a million on in megabytes; never as nothing. */
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
