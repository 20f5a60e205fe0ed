type Label = string | ((...values: never[]) => string);

export type Overrides<T> = {
  readonly [Key in keyof T]?: T[Key] extends Label ? T[Key] : Overrides<T[Key]>;
};

const isSet = (value: unknown): value is object => typeof value === "object" && value !== null;

export function mergeOverrides<T extends object>(labels: T, overrides: Overrides<T> = {}): T {
  const entries = Object.entries(overrides).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const current = labels[key as keyof T];
    return [[key, isSet(current) && isSet(value) ? mergeOverrides(current, value) : value]];
  });
  return { ...labels, ...Object.fromEntries(entries) };
}
