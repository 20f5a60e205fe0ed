import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sqlite from "node-sqlite3-wasm";
import { sdxlTorch, type Model } from "react-easel/models";
import type { HandlerOptions } from "react-easel/server";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createTestStack } from "./createTestStack.ts";
import { readExamples } from "./readExamples.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "node_modules/.cache/budgets");
const hourMs = 3_600_000;

interface Ledger {
  reserve(id: string, userId: string, credits: number): Promise<boolean>;
  settle(id: string, userId: string, cost: number | undefined): Promise<void>;
}
interface Page {
  readonly budgetHooks: (ledger: Ledger) => Partial<HandlerOptions>;
  readonly sqlLedger: Ledger;
  readonly memoryLedger: (creditsPerUser: number) => Ledger;
  readonly expireReservations: () => Promise<void>;
}

/** Loads the guide's code unchanged. */
async function loadPage(): Promise<Page> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const examples = readExamples(root).filter(({ file }) => file.includes("guide.budgets.md"));
  for (const { file, code } of examples) writeFileSync(join(folder, file), code);
  const modules = await Promise.all(
    examples.map(({ file }) => import(/* @vite-ignore */ join(folder, file)) as Promise<object>),
  );
  return Object.assign({}, ...modules) as Page;
}

const tables = /^```sql\n(.*?)^```/ms.exec(
  readFileSync(join(root, "docs/guide/budgets.md"), "utf8"),
)?.[1];

let page: Page;
let database: sqlite.Database;

interface Answer {
  readonly rowCount: number;
  readonly rows: readonly sqlite.QueryResult[];
}
type Query = (sql: string, values: sqlite.JSValue[]) => Promise<Answer>;

async function query(sql: string, values: sqlite.JSValue[]): Promise<Answer> {
  const rows = database.all(sql, values);
  const rowCount = Number(Object.values(database.get("SELECT changes()") ?? {})[0]);
  return { rows, rowCount };
}

/** Emulates a pool with one connection: transactions are serialized, but other queries aren't. */
let last: Promise<unknown> = Promise.resolve();
function transaction<T>(work: (query: Query) => Promise<T>): Promise<T> {
  const run = async (): Promise<T> => {
    database.exec("BEGIN IMMEDIATE");
    try {
      const value = await work(query);
      database.exec("COMMIT");
      return value;
    } catch (error) {
      database.exec("ROLLBACK");
      throw error;
    }
  };
  const next = last.then(run);
  last = next.catch(() => undefined);
  return next;
}

beforeAll(async () => {
  page = await loadPage();
  vi.stubGlobal("transaction", transaction);
});
beforeEach(() => {
  database = new sqlite.Database();
  database.exec(tables ?? "");
  database.run("INSERT INTO budgets (user_id, credits) VALUES ('ada', 1)");
});
afterEach(() => {
  vi.useRealTimers();
  database.close();
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const ledgers: [string, () => Ledger][] = [
  ["SQL", () => page.sqlLedger],
  ["memory", () => page.memoryLedger(1)],
];
const priced: Model = { ...sdxlTorch, price: () => 1 };
const fox = { prompt: "a red fox" };
const key = { "idempotency-key": "attempt-1" };

function setUp(ledger: Ledger, options: Partial<HandlerOptions> = {}) {
  const handler = { models: [priced], pollDelay: () => 0, ...page.budgetHooks(ledger), ...options };
  const timing = { queueMs: 1_000, runMs: 2_000 };
  return createTestStack({ sandbox: { models: [priced], timing }, handler });
}

test.each(ledgers)(
  "accepts one of ten parallel submits with a budget of one: %s",
  async (_, ledger) => {
    const { submit, sandbox, createInstance } = setUp(ledger());
    const other = createInstance();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (__, index) => (index % 2 ? submit : other.submit)(fox)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body["code"] === "refused")).toHaveLength(9);
    expect(sandbox.log).toHaveLength(1);
  },
);

test.each(ledgers)("releases the credits of a rejected submit: %s", async (_, ledger) => {
  const { submit, sandbox } = setUp(ledger());
  sandbox.fail("submit", "no-credits");
  expect((await submit(fox, key)).body["code"]).toBe("upstream_no_credits");
  expect((await submit(fox, key)).status).toBe(200);
  expect((await submit(fox)).body["code"]).toBe("refused");
});

test.each(ledgers)(
  "keeps the credits of an unanswered submit reserved until they expire: %s",
  async (name, ledger) => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { submit, sandbox } = setUp(ledger());
    sandbox.fail("submit", "lost-answer");
    await submit(fox);
    await page.expireReservations();
    expect((await submit(fox)).body["code"]).toBe("refused");
    vi.setSystemTime(Date.now() + 2 * hourMs + 1);
    if (name === "SQL") await page.expireReservations();
    expect((await submit(fox)).status).toBe(200);
  },
);

test.each(ledgers)(
  "keeps an accepted job reserved, and settles it once: %s",
  async (name, ledger) => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const budgets = ledger();
    const settle = vi.spyOn(budgets, "settle");
    const { submit, sandbox, poll } = setUp(budgets);
    const { body } = await submit(fox);
    vi.setSystemTime(Date.now() + 3 * hourMs);
    await page.expireReservations();
    expect((await submit(fox)).body["code"]).toBe("refused");
    sandbox.advance(3_000);
    await poll(body["request_id"]);
    expect(settle).toHaveBeenCalledTimes(1);
    const [id = "", userId = "", cost] = settle.mock.calls[0] ?? [];
    expect(cost).toBe(1);
    await budgets.settle(id, userId, cost);
    expect((await submit(fox)).body["code"]).toBe("refused");
    if (name === "SQL") {
      expect(database.get("SELECT * FROM budgets")).toMatchObject({ reserved: 0, spent: 1 });
    }
  },
);

test.each(ledgers)("settles an uncharged failed job at zero: %s", async (_, ledger) => {
  const { submit, sandbox, poll } = setUp(ledger());
  const { body } = await submit({ prompt: "a red fox sandbox:run-failed" });
  expect((await submit(fox)).body["code"]).toBe("refused");
  sandbox.advance(3_000);
  await poll(body["request_id"]);
  expect((await submit(fox)).status).toBe(200);
});

test.each(ledgers)(
  "reserves an id once, and settles it at the estimate if its cost is unknown: %s",
  async (_, ledger) => {
    const budgets = ledger();
    expect(await budgets.reserve("a", "ada", 0.5)).toBe(true);
    expect(await budgets.reserve("a", "ada", 0.5)).toBe(true);
    await budgets.settle("a", "ada", undefined);
    expect(await budgets.reserve("b", "ada", 0.75)).toBe(false);
    expect(await budgets.reserve("c", "ada", 0.5)).toBe(true);
  },
);

test("rejects a model without a price", async () => {
  const { submit } = setUp(page.sqlLedger, { models: [sdxlTorch] });
  expect((await submit(fox)).body["error"]).toBe("This model has no price.");
});
