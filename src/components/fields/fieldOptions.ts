import type { FieldOption } from "../../models/describeField.ts";

export type FieldOptions = readonly FieldOption[];

export const optionLabel = ({ label, value }: FieldOption): string => label ?? String(value);

/** Returns the option with the given value. Also compares strings, because DOM elements have string values. */
export function findOption(options: FieldOptions, value: unknown): FieldOption | undefined {
  return options.find((option) => option.value === value || String(option.value) === value);
}

export function findNamedOption(options: FieldOptions, text: string): FieldOption | undefined {
  return findOption(options, text) ?? options.find((option) => optionLabel(option) === text);
}

export type OptionGroups = readonly (readonly [
  heading: string | undefined,
  options: FieldOptions,
])[];

export function groupOptions(options: FieldOptions): OptionGroups {
  const groups = new Map<string | undefined, FieldOption[]>();
  for (const option of options) {
    const group = groups.get(option.group);
    if (group) group.push(option);
    else groups.set(option.group, [option]);
  }
  return [...groups];
}

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ")
    .trim();

export const searchText = (option: FieldOption): string =>
  plain(`${optionLabel(option)} ${option.value} ${option.group ?? ""}`);

export function searchOptions(options: FieldOptions, query: string): FieldOptions {
  const words = plain(query).split(" ");
  return options.filter((option) => {
    const text = searchText(option);
    return words.every((word) => text.includes(word));
  });
}
