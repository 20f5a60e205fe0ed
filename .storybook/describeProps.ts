import { extractComponentProps } from "storybook/internal/docs-tools";
import type { SBType, StrictArgTypes } from "storybook/internal/types";

/** A type as it is written, on one line, and without what the question mark says already. */
const written = (raw: string): string =>
  raw
    .replaceAll(/\s+/g, " ")
    .replace(/^\| /, "")
    .replace(/ \| undefined$/, "")
    .replace(/^\((.*)\)$/, (whole, inner: string) => (inner.includes("=>") ? inner : whole));

/** What a control is chosen by: `boolean | undefined` is a switch like `boolean`. */
function withoutUndefined(type: SBType): SBType {
  if (type.name !== "union") return type;
  const members = type.value.filter(
    (member) => !(member.name === "other" && member.value === "undefined"),
  );
  const [only] = members;
  return only && members.length === 1 ? { ...only, required: type.required ?? false } : type;
}

/** A component's props as a page shows them: each with its type as it is written, and what it is when left out. */
export function describeProps(component: unknown): StrictArgTypes | null {
  const props = extractComponentProps(component, "props");
  return Object.fromEntries(
    props.map(({ propDef: { name, description = "", sbType, required } }) => {
      const [words = "", preset] = description.split(/\s*@default\s+/);
      const type: SBType = { ...(sbType as SBType), required };
      const word = type.name === "other" ? type.value : type.name;
      const table = {
        type: { summary: written(type.raw ?? word) },
        ...(preset === undefined ? {} : { defaultValue: { summary: preset } }),
      };
      return [name, { name, description: words, type: withoutUndefined(type), table }];
    }),
  );
}
