import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundle, transform, type Targets } from "lightningcss";
import { expect, test } from "vitest";
import { unlayer } from "../scripts/unlayer.mjs";

const source = fileURLToPath(new URL("../src/styles/styles.css", import.meta.url));
const colors = readFileSync(new URL("../src/styles/colors.css", import.meta.url), "utf8");

const partNames = readFileSync(
  new URL("../src/components/internals/partNames.ts", import.meta.url),
  "utf8",
);

const version = (major: number, minor = 0) => (major << 16) | (minor << 8);

const targets: Record<string, Targets> = {
  "the browsers Next and Vite build for": {
    chrome: version(111),
    edge: version(111),
    firefox: version(111),
    safari: version(16, 4),
  },
  "browsers without nesting, :has or container queries": {
    chrome: version(88),
    firefox: version(90),
    safari: version(14),
  },
  "browsers with light-dark()": { chrome: version(123), safari: version(17, 5) },
};

const tokensIn = (css: string) =>
  Array.from(css.matchAll(/--easel-([\w-]+):([^;}]*)/g), ([, name = "", value = ""]) => ({
    name,
    value: value.trim(),
  }));

test("defines equal dark colors for system and element, each with a light color", () => {
  const [light, system, marked] = colors
    .split(/--easel-scheme: \w+;/)
    .slice(1)
    .map(tokensIn);
  expect(system).toEqual(marked);
  expect(light?.map(({ name }) => name)).toEqual(marked?.map(({ name }) => name));
});

const wordsIn = (text: string) => Array.from(text.matchAll(/"([\w-]+)"/g), ([, word = ""]) => word);

test("selects only existing parts and kinds", () => {
  const families = Array.from(
    partNames.matchAll(/readonly "?([\w-]+)"?:([^;]+);/g),
    ([, family = "", names = ""]) => ({ family, names: wordsIn(names) }),
  );
  const union = (type: string) =>
    wordsIn(new RegExp(`type ${type} =([^;]+);`).exec(partNames)?.[1] ?? "");
  const rootless = new Set(union("Rootless"));
  const roots = families.map(({ family }) => family).filter((family) => !rootless.has(family));
  const inner = families.flatMap(({ family, names }) => names.map((name) => `${family}-${name}`));
  const known = new Set([...inner, ...roots, ...union("Others"), ...union("PartKind")]);
  const css = bundle({ filename: source }).code.toString();
  const selected = Array.from(
    css.matchAll(/\[data-easel(?:-kind)?="([\w-]+)"\]/g),
    ([, name = ""]) => name,
  );
  expect(selected.length).toBeGreaterThan(known.size);
  expect(selected.filter((name) => !known.has(name))).toEqual([]);
});

test.each(Object.entries(targets))(
  "defines one valid value for each color in %s",
  (_, browsers) => {
    const css = bundle({ filename: source, minify: true, targets: browsers }).code.toString();
    expect(css).not.toMatch(/light-dark\(|--lightningcss/);
    const names = new Set(tokensIn(colors).map(({ name }) => name));
    const lowered = tokensIn(css).filter(({ name }) => names.has(name) && name !== "scheme");
    expect(lowered.length).toBeGreaterThanOrEqual(3 * (names.size - 1));
    expect(
      lowered.filter(({ value }) => !/^(#[\da-f]{3,8}|rgba?\([^()]*\))$/i.test(value)),
    ).toEqual([]);
  },
);

test("weighs unlayered part selectors between one element and one class", async () => {
  const css = await unlayer(source);
  expect(css).not.toContain("@layer");
  const kinds = new Set<string>();
  transform({
    filename: source,
    code: Buffer.from(css),
    visitor: {
      Selector(selector) {
        if (!JSON.stringify(selector).includes("data-easel")) return;
        const parts = selector.filter(({ type }) => type !== "pseudo-element");
        kinds.add(parts.map((part) => ("kind" in part ? part.kind : part.type)).join(" "));
      },
    },
  });
  expect([...kinds]).toEqual(["where not"]);
  const weights = Array.from(
    css.matchAll(/:not\((_(?: _)*)\)/g),
    ([, weight = ""]) => weight.length,
  );
  expect(Math.min(...weights)).toBe("_ _".length);
});
