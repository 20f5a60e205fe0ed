// Builds styles.unlayered.css from the sources of styles.css, for apps with unlayered rules.
import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { bundleAsync, Features, transform } from "lightningcss";

const compare = ([classes, types], [otherClasses, otherTypes]) =>
  classes - otherClasses || types - otherTypes;

/** Counts a selector's classes and types, without its pseudo-elements. */
function specificity(selector) {
  const sum = [0, 0];
  for (const { type, kind, selectors } of selector) {
    if (type === "class" || type === "attribute") sum[0] += 1;
    else if (type === "type") sum[1] += 1;
    else if (type === "pseudo-class" && kind !== "where") {
      const [classes, types] = selectors?.map(specificity).toSorted(compare).at(-1) ?? [1, 0];
      sum[0] += classes;
      sum[1] += types;
    }
  }
  return sum;
}

const isOurs = (selector) => JSON.stringify(selector).includes("data-easel");
const space = { type: "combinator", value: "descendant" };

/** Returns a selector with the specificity of `count` types. Matches every element, because none is called `_`. */
const weight = (count) => ({
  type: "pseudo-class",
  kind: "not",
  selectors: [
    Array.from({ length: count }, () => [space, { type: "type", name: "_" }])
      .flat()
      .slice(1),
  ],
});

/**
 * Removes the stylesheet's layer. Each part's selector has a specificity above one type and below one class, so that
 * it overrides a page's `button {}` and any class overrides it. Their relative order is unchanged.
 */
export async function unlayer(filename) {
  const { code } = await bundleAsync({
    filename,
    resolver: {
      read: (path) => readFileSync(path, "utf8").replace(/^@layer .*;$| layer\([\w.]+\)/gm, ""),
    },
    // A nested selector's specificity depends on its parents.
    include: Features.Nesting,
  });
  const visit = (Selector) =>
    transform({ filename, code: Buffer.from(code), visitor: { Selector } }).code.toString();

  const counts = new Map();
  visit((selector) => {
    if (isOurs(selector)) counts.set(String(specificity(selector)), specificity(selector));
  });
  const ranks = [...counts.values()].toSorted(compare).map(String);
  return visit((selector) => {
    if (!isOurs(selector)) return undefined;
    const pseudo = selector.filter(({ type }) => type === "pseudo-element");
    const element = selector.slice(0, selector.length - pseudo.length);
    const rank = ranks.indexOf(String(specificity(selector)));
    return [
      { type: "pseudo-class", kind: "where", selectors: [element] },
      weight(rank + 2),
      ...pseudo,
    ];
  });
}
