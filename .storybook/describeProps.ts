import { extractComponentProps } from "storybook/internal/docs-tools";
import type { SBType, StrictArgTypes } from "storybook/internal/types";

/** Formats a type as written, on one line, without the `undefined` that an optional prop implies. */
const written = (raw: string): string =>
  raw
    .replaceAll(/\s+/g, " ")
    .replace(/^\| /, "")
    .replace(/ \| undefined$/, "")
    .replace(/^\((.*)\)$/, (whole, inner: string) => (inner.includes("=>") ? inner : whole));

/** Removes `undefined` from a union, so that `boolean | undefined` gets the same control as `boolean`. */
function withoutUndefined(type: SBType): SBType {
  if (type.name !== "union") return type;
  const members = type.value.filter(
    (member) => !(member.name === "other" && member.value === "undefined"),
  );
  const [only] = members;
  return only && members.length === 1 ? { ...only, required: type.required ?? false } : type;
}

/** Lists a component's props with their types, as written, and their defaults. */
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
