import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { changeWeight } from "./changeWeight.ts";
import { parsePrompt, printPrompt, type PromptPart } from "./parsePrompt.ts";

function shape(parts: readonly PromptPart[]): unknown[] {
  return parts.map((part) =>
    part.kind === "text" ? part.text : { [part.weight.toFixed(2)]: shape(part.parts) },
  );
}

test.each([
  ["a cat", ["a cat"]],
  ["(a cat)", [{ "1.10": ["a cat"] }]],
  ["a [cat], b", ["a ", { 0.91: ["cat"] }, ", b"]],
  ["((low light:1.4))", [{ "1.10": [{ "1.40": ["low light"] }] }]],
  ["(a (b:1.2) c:.8)", [{ "0.80": ["a ", { "1.20": ["b"] }, " c"] }]],
  ["((a):1.3)", [{ "1.30": [{ "1.10": ["a"] }] }]],
  [String.raw`\(a\) (b\))`, [String.raw`\(a\) `, { "1.10": [String.raw`b\)`] }]],
  ["a) (b", ["a) (b"]],
  ["([a)", ["([a)"]],
  ["[a:1.3]", [{ 0.91: ["a:1.3"] }]],
  ["(16:9:1.2)", [{ "1.20": ["16:9"] }]],
  ["(a:b)", [{ "1.10": ["a:b"] }]],
  ["(:1.2)", [{ "1.20": [] }]],
  ["a\\", ["a\\"]],
])("parses %s as nested weights", (text, expected) => {
  expect(shape(parsePrompt(text))).toEqual(expected);
});

const prompts = fc.string({
  unit: fc.constantFrom(
    "a",
    "b",
    " ",
    ",",
    ":",
    "(",
    ")",
    "[",
    "]",
    ".",
    "\\",
    "1",
    "\n",
    ":1.2",
    "(a:1.3)",
    "é",
    "猫",
    "🦊",
  ),
  maxLength: 24,
});

test("parses every text losslessly, with each part's position", () => {
  function check(text: string, parts: readonly PromptPart[]): void {
    for (const part of parts) {
      expect(text.slice(part.start, part.end)).toBe(printPrompt([part]));
      if (part.kind === "group") check(text, part.parts);
    }
  }
  fc.assert(
    fc.property(prompts, (text) => {
      const parts = parsePrompt(text);
      expect(printPrompt(parts)).toBe(text);
      check(text, parts);
    }),
    { numRuns: 1000 },
  );
});

/** Reads a selection from text in which `|` marks the caret or the selection's ends. */
function marked(text: string) {
  const [before = "", middle = "", after] = text.split("|");
  const start = before.length;
  return after === undefined
    ? { text: before + middle, start, end: start }
    : { text: before + middle + after, start, end: start + middle.length };
}

function mark({ text, start, end }: { text: string; start: number; end: number }): string {
  const selected = start === end ? "" : `${text.slice(start, end)}|`;
  return `${text.slice(0, start)}|${selected}${text.slice(end)}`;
}

test.each([
  ["a ca|t, b", 0.1, "a (ca|t:1.1), b"],
  ["a cat|", 0.1, "a (cat|:1.1)"],
  ["a cat|", -0.1, "a (cat|:0.9)"],
  ["a (ca|t:1.1)", 0.1, "a (ca|t:1.2)"],
  ["a (ca|t:1.1)", -0.1, "a ca|t"],
  ["(a red c|at:1.25)", 0.1, "(a red c|at:1.35)"],
  ["(a cat:1.|3)", 0.1, "(a cat|:1.4)"],
  ["(a c|at:1.1)", -0.1, "|a cat|"],
  ["(a (c|at:1.1) b:1.5)", -0.1, "(a |cat| b:1.5)"],
  ["(ca|t)", 0.1, "(ca|t:1.2)"],
  ["(ca|t)", -0.1, "ca|t"],
  ["[ca|t]", 0.1, "ca|t"],
  ["[ca|t]", -0.1, "(ca|t:0.8)"],
  ["((low li|ght:1.4))", 0.1, "((low li|ght:1.5))"],
  ["((low li|ght:1.1))", -0.1, "(low li|ght)"],
  ["(cat:1.3)|", 0.1, "(cat|:1.4)"],
  ["|(cat:1.3)", 0.1, "(|cat:1.4)"],
  ["a |red fox|, b", 0.1, "a (|red fox|:1.1), b"],
  ["a | red fox |, b", 0.1, "a  (|red fox|:1.1) , b"],
  ["a (|red fox|:1.1), b", -0.1, "a |red fox|, b"],
  ["a |(red fox:1.1)|, b", 0.1, "a (|red fox|:1.2), b"],
  ["a |(red fox:1.1), b|", 0.1, "a (|(red fox:1.1), b|:1.1)"],
  ["|a (red| fox:1.2) b", 0.1, "(|a (red fox:1.2)|:1.1) b"],
  ["(a |red| fox:1.2)", 0.1, "(a (|red|:1.1) fox:1.2)"],
  ["(a |fox:1.|2)", 0.1, "(a (|fox|:1.1):1.2)"],
  ["f1.8| lens.", 0.1, "(f1.8|:1.1) lens."],
  ["a lens|.", 0.1, "a (lens|:1.1)."],
  ["sci-f|i", 0.1, "(sci-f|i:1.1)"],
  [String.raw`a \(ca|t\)`, 0.1, String.raw`a (\(ca|t\):1.1)`],
  ["(cat|:0)", -0.1, "(cat|:0)"],
  ["(cat|:0.05)", -0.1, "(cat|:0)"],
  ["赤い猫|、海", 0.1, "(赤い猫|:1.1)、海"],
])("changes %s by %d to %s", (before, step, after) => {
  const weighed = changeWeight(marked(before), step);
  expect(weighed && mark(weighed)).toBe(after);
});

test.each([
  ["(cat|:-1)", -0.1, "(cat|:-1)"],
  ["(cat|:-1)", 0.1, "(cat|:-0.9)"],
  ["a |[cat:dog:0.5]|, b", 0.1, "a (|[cat:dog:0.5]|:1.1), b"],
  ["a |fox <lora:x:1>|, b", 0.1, "a (|fox <lora:x:1>|:1.1), b"],
  ["a embed|ding:foo, b", 0.1, "a (embed|ding:foo:1.1), b"],
  ["a embedding:fo|o.pt, b", 0.1, "a (embedding:fo|o.pt:1.1), b"],
  ["a embedding:|foo|, b", 0.1, "a (|embedding:foo|:1.1), b"],
  ["a |embedding|:foo, b", 0.1, "a (|embedding:foo|:1.1), b"],
  ["(embedding:f|oo:1.1)", 0.1, "(embedding:f|oo:1.2)"],
  ["(|embedding|:1.2)", 0.1, "(|embedding|:1.3)"],
  ["[(c|at:1.2):dog:0.5]", 0.1, "[(c|at:1.3):dog:0.5]"],
  ["(a <lora:x:1> c|at:1.2)", -0.1, "(a <lora:x:1> c|at:1.1)"],
  ["(c|at:9999999)", 0.1, "(c|at:9999999:1.2)"],
  ["a < |b|, c: d > e", 0.1, "a < (|b|:1.1), c: d > e"],
])("changes %s by %d to %s next to other syntax", (before, step, after) => {
  const weighed = changeWeight(marked(before), step);
  expect(weighed && mark(weighed)).toBe(after);
});

test.each([
  "a <lo|ra:foo:0.5>, b",
  "a <lora:f|oo:0.5>, b",
  "a <lora:foo:0|.5>, b",
  "a |<lora:foo:0.5>|, b",
  "|a <lora|:foo:0.5>, b",
  "<hypernet:f|oo:1>",
  "<random:red, bl|ue>",
  "[c|at:dog:0.5]",
  "[cat:d|og:12]",
  "[cat::0.|5]",
  "a [cat:dog:.5]|",
  "a A|ND b",
  "BREAK|",
])("leaves other syntax unchanged: %s", (text) => {
  expect(changeWeight(marked(text), 0.1)).toBeUndefined();
  expect(changeWeight(marked(text), -0.1)).toBeUndefined();
});

test("leaves an alternation unchanged", () => {
  const caretIn = (text: string) => ({ text, start: 2, end: 2 });
  expect(changeWeight(caretIn("[cat|dog]"), 0.1)).toBeUndefined();
  expect(changeWeight(caretIn("[cat, (red:1.2)|dog]"), -0.1)).toBeUndefined();
  expect(changeWeight(caretIn("[cat, (red|dog)]"), -0.1)?.text).toBe("(cat, (red|dog):0.8)");
});

const depth = 10_000;
const nested = "(".repeat(depth) + "a" + ")".repeat(depth);

test("parses brackets nested as deeply as the text is long", () => {
  expect(printPrompt(parsePrompt(nested))).toBe(nested);
  const more = changeWeight({ text: nested, start: depth, end: depth }, 0.1);
  expect(more?.text).toBe(`${"(".repeat(depth)}a:1.2${")".repeat(depth)}`);
  const selected = changeWeight({ text: nested, start: depth - 9, end: depth + 10 }, 0.1);
  expect(selected?.phrase).toBe(`${"(".repeat(9)}a${")".repeat(9)}`);
});

test("reads each text part once, regardless of open brackets", () => {
  const slice = vi.spyOn(String.prototype, "slice");
  const slicesOf = (text: string): number => {
    slice.mockClear();
    parsePrompt(text);
    return slice.mock.calls.length;
  };
  for (const piece of ["(a", "a)", "(a:1)", "[a|b]", "\\", "(:1", "<a:"]) {
    const [short, long] = [slicesOf(piece.repeat(500)), slicesOf(piece.repeat(1_000))];
    expect(long).toBeLessThanOrEqual(2 * short + 4);
  }
  slice.mockRestore();
});

test.each(["", "a , | b", "a |  | b", "|, b"])("finds nothing to weight in %o", (text) => {
  expect(changeWeight(marked(text), 0.1)).toBeUndefined();
});

test("returns the weighted words and their weight", () => {
  expect(changeWeight(marked("a (red f|ox:1.2)"), 0.1)).toMatchObject({
    phrase: "red fox",
    weight: 1.3,
  });
});

const weights = fc
  .integer({ min: 0, max: 60 })
  .map((n) => n / 20)
  .filter((weight) => weight !== 1);
const weighed = fc.letrec<{ part: string; group: string; words: string }>((tie) => ({
  words: fc.constantFrom("cat", "red fox", "a, b", "16:9", "猫", String.raw`\(x\)`),
  part: fc.oneof({ maxDepth: 3 }, tie("words"), tie("group")),
  group: fc
    .tuple(fc.array(tie("part"), { minLength: 1, maxLength: 3 }), weights)
    // With two pairs of brackets around the same words, steps change the inner pair first, then the outer one.
    .map(([parts, weight]) => `(${parts.length === 1 ? "an " : ""}${parts.join(" ")}:${weight})`),
})).part;

test("restores the text after raising and lowering the weight at any position", () => {
  fc.assert(
    fc.property(fc.array(weighed, { maxLength: 3 }), fc.nat(), fc.nat(), (parts, a, b) => {
      const text = parts.join(" ");
      const [one, other] = [a % (text.length + 1), b % (text.length + 1)];
      const selection = { text, start: Math.min(one, other), end: Math.max(one, other) };
      const more = changeWeight(selection, 0.1);
      if (!more) return;
      expect(printPrompt(parsePrompt(more.text))).toBe(more.text);
      expect(changeWeight(more, -0.1)?.text).toBe(text);
    }),
    { numRuns: 2000 },
  );
});
