import { readdirSync, readFileSync } from "node:fs";
import { memoryStore, type EndedJob, type Store } from "react-easel/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTestStack, type TestInstance } from "./createTestStack.ts";

/**
 * Entries stored by one version of the handler. Never change a fixture. Add one for a new format, and keep reading the
 * old ones.
 */
interface Fixture {
  /** Time when the entries were stored, in milliseconds since 1970. */
  readonly at: number;
  /** Tickets of the completed job, oldest format first. */
  readonly tickets: readonly string[];
  readonly entries: Readonly<Record<string, string>>;
}

const folder = new URL("formats/store/", import.meta.url);
const names = readdirSync(folder).toSorted();
const readFixture = (name: string) =>
  JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Fixture;

const input = { prompt: "a red fox" };
const attempts = ["taken", "refused", "lost", "pending"] as const;

const submitTo = ({ submit }: TestInstance, attempt: string, user = attempt) =>
  submit(input, { "x-user": user, "idempotency-key": attempt });

function setUp(store: Store) {
  const onJobEnd = vi.fn<(job: EndedJob) => void>();
  const limits = { jobsAtOnce: 1 };
  const stack = createTestStack({
    handler: { store, limits, onJobEnd, pollDelay: () => 0 },
  });
  return { ...stack, onJobEnd };
}

/** Stores one entry of each kind. Returns each key's last text. */
async function writeEntries(): Promise<Fixture> {
  const kept = memoryStore();
  const entries: Record<string, string> = {};
  const store: Store = {
    ...kept,
    add: (key, value, lifeMs) => {
      entries[key] ??= value;
      return kept.add(key, value, lifeMs);
    },
    replace: (key, expected, value, lifeMs) => {
      if (value === undefined) delete entries[key];
      else entries[key] = value;
      return kept.replace(key, expected, value, lifeMs);
    },
  };
  const stack = setUp(store);
  stack.sandbox.fail("submit", "no-credits");
  await submitTo(stack, "refused");
  stack.sandbox.fail("submit", "lost-answer");
  await submitTo(stack, "lost");
  const ticket = String((await submitTo(stack, "taken")).body["request_id"]);
  const init = { headers: { "x-user": "taken" } };
  stack.sandbox.advance(60_000);
  await stack.poll(ticket, init);
  await stack.fetchResult(ticket, init);
  await submitTo(stack, "pending");
  return { at: Date.now(), tickets: [ticket], entries };
}

/** Returns each entry's kind and field names. */
const namesOf = ({ entries }: Fixture) =>
  Object.entries(entries)
    .map(([key, text]) => {
      const fields = text.startsWith("{") ? Object.keys(JSON.parse(text) as object) : [];
      return [key.split(":")[0], ...fields.toSorted()].join(" ");
    })
    .toSorted();

async function fill(entries: Fixture["entries"]): Promise<Store> {
  const store = memoryStore();
  await Promise.all(
    Object.entries(entries).map(([key, text]) => store.add(key, text, 24 * 3_600_000)),
  );
  return store;
}

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

test("writes entries in the newest fixture's formats", async () => {
  expect(namesOf(await writeEntries())).toEqual(namesOf(readFixture(names.at(-1) ?? "")));
});

test.each(names)("reads all entries of version %s", async (name) => {
  const { at, tickets, entries } = readFixture(name);
  vi.setSystemTime(at);
  const { onJobEnd, countCalls, ...stack } = setUp(await fill(entries));
  expect((await submitTo(stack, "taken")).body["request_id"]).toBe(tickets.at(-1));
  expect((await submitTo(stack, "lost")).body["code"]).toBe("submit_unknown");
  expect((await submitTo(stack, "pending")).status).toBe(200);
  expect((await submitTo(stack, "another", "pending")).body["code"]).toBe("rate_limited");
  for (const ticket of tickets) {
    const init = { headers: { "x-user": "taken" } };
    expect((await stack.poll(ticket, init)).body["status"]).toBe("COMPLETED");
    expect((await stack.fetchResult(ticket, init)).body["output"]).toMatch(/^https:/);
  }
  expect(countCalls("submit")).toBe(0);
  expect(countCalls("result")).toBe(0);
  expect((await submitTo(stack, "refused")).status).toBe(200);
  expect(onJobEnd).not.toHaveBeenCalled();
});

const damages = ["", "{", "null", "[]", "7", '"text"', '{"record":null}', '{"v":1}', '{"v":99}'];

test.each(damages)("tolerates an entry that is %s", async (damage) => {
  const { at, tickets, entries } = readFixture(names.at(-1) ?? "");
  vi.setSystemTime(at);
  for (const key of Object.keys(entries)) {
    const stack = setUp(await fill({ ...entries, [key]: damage }));
    const init = { headers: { "x-user": "taken" } };
    const answers = [
      ...(await Promise.all(attempts.map((attempt) => submitTo(stack, attempt)))),
      await submitTo(stack, "another", "pending"),
      ...(await Promise.all(
        tickets.flatMap((ticket) => [stack.poll(ticket, init), stack.fetchResult(ticket, init)]),
      )),
    ];
    expect(answers.map(({ status }) => status)).not.toContain(500);
    expect(stack.events.filter(({ type }) => type === "error")).toEqual([]);
  }
});

test.each([
  ["cut", (ticket: string) => ticket.slice(0, -1)],
  ["of a later version", (ticket: string) => `e9${ticket.slice(2)}`],
  ["forged", (ticket: string) => ticket.replace("sdxl-torch", "sd2.1-txt2img")],
])("returns 404 for a ticket that is %s", async (_, damage) => {
  const { at, tickets, entries } = readFixture(names.at(-1) ?? "");
  vi.setSystemTime(at);
  const stack = setUp(await fill(entries));
  for (const ticket of tickets) {
    const answer = await stack.poll(damage(ticket), { headers: { "x-user": "taken" } });
    expect(answer).toMatchObject({ status: 404, body: { code: "job_not_found" } });
  }
});
