import { situations, steps, type Cell } from "./cells.ts";
import { expectedOf } from "./expected.ts";
import { faults, type Fault, type Place, type Step } from "./faults.ts";

/** Whether each cell matched its expectation, by ID. Undefined if it didn't run. */
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

/** Formats a table for the terminal, with a row for each fault and four marks for each request. */
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
    `Each mark in order: ${situations.join(", ")}; – if the other place's row covers it.`,
  ].join("\n");
}

const headings: Record<Step, string> = {
  submit: "Submit",
  status: "Polling",
  result: "Result",
  events: "Event stream",
};

const places: Record<Place, string> = {
  way: "page ↔ handler",
  service: "handler ↔ service",
};

function sectionOf(cells: readonly Cell[], outcomes: Outcomes, step: Step): string {
  const head = ["fault", "where", "cause", "message", "action", "submits", "charged"];
  const lines = rows.flatMap((row) => {
    const expected = expectedOf(row.place, step, row.fault.name);
    if (!expected) return [];
    const { message, act, submits, paid } = expected;
    const text = message === "" ? "none; the result arrives later" : message;
    const texts = [row.fault.name, places[row.place], row.how, text, act];
    const seen = marksOf(cells, outcomes, row, step);
    return [[...texts, String(submits), String(paid), ...seen]];
  });
  const columns = [...head, ...situations];
  const widths = columns.map((name, index) =>
    Math.max(...[name, ...lines.map((one) => one[index] ?? "")].map(({ length }) => length)),
  );
  const table = [columns, widths.map((width) => "-".repeat(width)), ...lines]
    .map((texts) => texts.map((column, index) => column.padEnd(widths[index] ?? 0)))
    .map((texts) => `| ${texts.join(" | ")} |`)
    .join("\n");
  return `## ${headings[step]}\n\n${table}`;
}

const introduction = `# Fault matrix

This page shows what users see for each fault, by request and page situation. \`npm run test:matrix\` runs every row in a browser
against a page with the parts of \`Studio\`, the real handler over HTTP, and the sandbox as the service. The same run generates
this page (\`npm run test:matrix -- -u\`) and fails if it's out of date.

Every cell guarantees:

- **No unintended charges.** _submits_ is the number of submits in the service's log, and _charged_ is the number of jobs that it
  charged for. If _submits_ is 2, the user sent the request twice: the first submit was rejected, failed, or got lost between
  handler and service. If a second charge was possible, the button said so.
- **No lost images.** The image always appears. The fault lasts until its message is shown; a broken event stream stays broken
  until the image appears.
- **Clear messages.** They say what happened, whether it was charged, and what to do. _message_ quotes the page, with buttons in
  brackets.

A – marks a combination that isn't run, because the page can't distinguish it from the same fault at the other place.

_page ↔ handler_ is the network, the host's proxy, and the user's session. _handler ↔ service_ is simulated by the sandbox.

**open**: the page stays open. **reloaded**: the page reloads after the message; error messages reappear. **hidden**: the page is
hidden right after the click (by overriding \`document.visibilityState\`, because headless browsers never hide pages). Results
that need no click arrive while it's hidden. **two tabs**: both show the same message, and the user clicks in the second tab.

Page, handler, and sandbox run ten times faster than normal, so half a minute takes three seconds and all proportions stay the
same.`;

/** Formats the complete matrix as Markdown, with the page's messages. */
export function writeMatrix(cells: readonly Cell[], outcomes: Outcomes): string {
  const sections = steps.map((step) => sectionOf(cells, outcomes, step));
  return `${[introduction, ...sections].join("\n\n")}\n`;
}
