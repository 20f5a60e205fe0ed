import type { FieldOption } from "../../models/field.ts";

/** How an option is called. */
export const optionLabel = ({ label, value }: FieldOption): string => label ?? String(value);

/** The option that a value stands for; numbers and their digits are the same here, as they are in an element's value. */
export function findOption(
  options: readonly FieldOption[],
  value: unknown,
): FieldOption | undefined {
  return options.find((option) => option.value === value || String(option.value) === value);
}

/** The option that a text names, by its value or its label. */
export function findNamedOption(
  options: readonly FieldOption[],
  text: string,
): FieldOption | undefined {
  return findOption(options, text) ?? options.find((option) => optionLabel(option) === text);
}

export type OptionGroups = readonly (readonly [
  heading: string | undefined,
  options: readonly FieldOption[],
])[];

/** Options under their headings, in the order in which the headings first come. */
export function groupOptions(options: readonly FieldOption[]): OptionGroups {
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

/** What a search looks at: everything that an option goes by, in plain letters. */
export const searchText = (option: FieldOption): string =>
  plain(`${optionLabel(option)} ${option.value} ${option.group ?? ""}`);

/** The options whose name or heading holds every word of the query, whatever its case, accents and hyphens. */
export function searchOptions(
  options: readonly FieldOption[],
  query: string,
): readonly FieldOption[] {
  const words = plain(query).split(" ");
  return options.filter((option) => {
    const text = searchText(option);
    return words.every((word) => text.includes(word));
  });
}
