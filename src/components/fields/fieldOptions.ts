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

/** Returns the options that contain all words of the query: labels that start with it first, then other labels. */
export function searchOptions(options: FieldOptions, query: string): FieldOptions {
  const wanted = plain(query);
  const words = wanted.split(" ");
  const rankOf = (option: FieldOption) => {
    const at = plain(optionLabel(option)).indexOf(wanted);
    return at === 0 ? 0 : at > 0 ? 1 : 2;
  };
  return options
    .filter((option) => words.every((word) => searchText(option).includes(word)))
    .toSorted((a, b) => rankOf(a) - rankOf(b));
}
