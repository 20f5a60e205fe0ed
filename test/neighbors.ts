import * as fc from "fast-check";

/** Unexpected values from programs, users, and older versions. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e300,
    -1e300,
    8.65e15,
    "",
    "[object Object]",
    [],
    {},
  ),
  fc.constantFrom<unknown>([null], [[]], { images: [null] }, "javascript:alert(1)", "__proto__"),
  fc.jsonValue(),
);

type Path = readonly string[];

/** Returns the path of every value in a JSON value, starting with the root. */
function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]));
  return [path, ...below];
}

function changeAt(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  const entries = Object.entries(value as object).map(([name, one]) =>
    name === key ? [name, changeAt(one, rest, to)] : [name, one],
  );
  const changed = Object.fromEntries(entries) as Record<string, unknown>;
  return Array.isArray(value) ? Object.values(changed) : changed;
}

/** Generates JSON texts in which one to three values are replaced or removed. */
export function neighborsOf(value: unknown): fc.Arbitrary<string> {
  const change = fc.tuple(fc.nat(), fc.option(strange, { nil: undefined, freq: 8 }));
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const changed = changes.reduce<unknown>((one, [index, to]) => {
      const paths = pathsOf(one);
      return changeAt(one, paths[index % paths.length] ?? [], to);
    }, value);
    return JSON.stringify(changed) ?? "";
  });
}
