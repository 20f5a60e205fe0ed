import { situations, steps, type Cell } from "./cells.ts";
import { expectedOf } from "./expected.ts";
import { faults, type Fault, type Place, type Step } from "./faults.ts";

/** Whether each cell matched its expectation, by id; undefined if it did not run. */
export type Outcomes = ReadonlyMap<string, boolean>;

interface Row {
  readonly fault: Fault;
  readonly place: Place;
  /** Cause of the fault. */
  readonly how: string;
}

const rows: readonly Row[] = faults.flatMap((fault) =>
  (["way", "service"] as const).flatMap((place) => {
    const how = fault[place]?.[1];
    return how === undefined ? [] : [{ fault, place, how }];
  }),
);

const marks = { true: "✓", false: "✗", undefined: "·" } as const;

function marksOf(cells: readonly Cell[], outcomes: Outcomes, { fault, place }: Row, step: Step) {
  return situations.map((situation) => {
    const cell = cells.find(
      (one) =>
        one.fault === fault &&
        one.place === place &&
        one.step === step &&
        one.situation === situation,
    );
    return cell ? marks[`${outcomes.get(cell.id)}`] : "–";
  });
}

/** Formats a terminal table: a row each fault, four marks each request. */
export function printMatrix(cells: readonly Cell[], outcomes: Outcomes): string {
  const line = (name: string, place: string, columns: readonly string[]) =>
    [name.padEnd(26), place.padEnd(9), ...columns.map((column) => column.padEnd(8))].join(" ");
  return [
    line("fault", "where", steps),
    ...rows.map((row) =>
      line(
        row.fault.name,
        row.place,
        steps.map((step) => marksOf(cells, outcomes, row, step).join("")),
      ),
    ),
    `Each mark in order: ${situations.join(", ")}; – for what the other place's row has shown.`,
  ].join("\n");
}

const headings: Record<Step, string> = {
  submit: "The submit goes wrong",
  status: "The looks go wrong",
  result: "The fetching of the result goes wrong",
  events: "The stream of events goes wrong",
};

const places: Record<Place, string> = {
  way: "page ↔ handler",
  service: "handler ↔ service",
};

function sectionOf(cells: readonly Cell[], outcomes: Outcomes, step: Step): string {
  const head = ["fault", "where", "what happens", "the user reads", "the user", "submits", "paid"];
  const lines = rows.flatMap((row) => {
    const expected = expectedOf(row.place, step, row.fault.name);
    if (!expected) return [];
    const { message, act, submits, paid } = expected;
    const words = message === "" ? "nothing: it only comes a little later" : message;
    const texts = [row.fault.name, places[row.place], row.how, words, act];
    const seen = marksOf(cells, outcomes, row, step);
    return [[...texts, String(submits), String(paid), ...seen]];
  });
  const columns = [...head, ...situations];
  const widths = columns.map((name, index) =>
    Math.max(...[name, ...lines.map((one) => one[index] ?? "")].map(({ length }) => length)),
  );
  const table = [columns, widths.map((width) => "-".repeat(width)), ...lines]
    .map((texts) => texts.map((text, index) => text.padEnd(widths[index] ?? 0)))
    .map((texts) => `| ${texts.join(" | ")} |`)
    .join("\n");
  return `## ${headings[step]}\n\n${table}`;
}

const introduction = `# Fault matrix

What a user sees of each thing that can go wrong, at each request, whatever happens to the page meanwhile. Every row is run by
\`npm run test:matrix\` in a real browser: a page with the parts of \`Studio\`, the real handler on a real socket, the sandbox
behind it. This page is written by the same run (\`npm run test:matrix -- -u\`), and the run fails when it is out of date.

In every cell:

- **Nothing is paid for that nobody meant.** _submits_ is how many submits reached the service in the end, counted in its
  log, and _paid_ how many runs it charged for. Where _submits_ is 2, the user has pressed twice: the first was refused or
  failed, or had got lost behind the handler, and the button said that it may charge twice.
- **No picture that can be had is lost.** The fault lasts until the user was told of it, and a stream of events stays broken
  to the end; a picture is seen all the same.
- **The user is told** what happened, whether it was charged and what can be done. _the user reads_ has the words as they
  stood on the page, with the buttons in brackets.

A – stands where the page can't tell the two places apart, and the row of the other one has gone through it.

_page ↔ handler_ is the network, the host's own proxy and the user's session. _handler ↔ service_ is what the sandbox plays.

**open**: the page stays as it is. **reloaded**: it is reloaded once the fault was told; what stood on a card stands there
again. **hidden**: it is hidden right after the press (\`document.visibilityState\`, because a headless browser hides no
page); what needs no press comes while it is hidden. **two tabs**: both tell the same, and the press is made in the other one.

Time runs ten times as fast for page, handler and sandbox alike, so that pauses of half a minute take three seconds and all
proportions hold.`;

/** Formats the complete matrix as Markdown, with the page's messages. */
export function writeMatrix(cells: readonly Cell[], outcomes: Outcomes): string {
  const sections = steps.map((step) => sectionOf(cells, outcomes, step));
  return `${[introduction, ...sections].join("\n\n")}\n`;
}
