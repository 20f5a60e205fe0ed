type Label = string | ((...values: never[]) => string);

/** Partial labels at any depth. */
export type PartOf<T> = {
  readonly [Key in keyof T]?: T[Key] extends Label ? T[Key] : PartOf<T[Key]>;
};

const isSet = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Merges overrides into labels. */
export function mergeWords<T extends object>(labels: T, overrides: PartOf<T> = {}): T {
  const entries = Object.entries(overrides).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const current = labels[key as keyof T];
    return [[key, isSet(current) && isSet(value) ? mergeWords(current, value) : value]];
  });
  return { ...labels, ...Object.fromEntries(entries) };
}
