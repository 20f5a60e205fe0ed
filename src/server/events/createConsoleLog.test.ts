import { afterEach, beforeEach, expect, test, vi, type Mock } from "vitest";
import { catalog } from "../../models/catalog/catalog.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { createSandbox } from "../../sandbox/createSandbox.ts";
import type { Backend } from "../backends/backend.ts";
import { segmind } from "../backends/segmind.ts";
import { createHandler } from "../handler/createHandler.ts";
import type { HandlerOptions } from "../options/handlerOptions.ts";
import { memoryStore } from "../stores/memoryStore.ts";
import { redisStore } from "../stores/redisStore.ts";
import type { Store } from "../stores/store.ts";
import { createConsoleLog } from "./createConsoleLog.ts";

const apiKey = "SG_0123456789abcdef";
const secret = "a secret of thirty-two bytes or more";
const prompt = "a lighthouse under a green moon";
const cookie = "session=eyJhbGciOiJIUzI1NiJ9";

let print: Mock<(...args: unknown[]) => void>;

beforeEach(() => {
  print = vi.fn();
  vi.stubGlobal("console", { ...console, error: print });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const printed = (): string[] => print.mock.calls.map((args) => args.join(" "));

function setUp(options: Partial<HandlerOptions> = {}) {
  const sandbox = createSandbox({ apiKeys: [apiKey] });
  const handler = createHandler({
    backend: segmind({ apiKey, fetch: sandbox.fetch }),
    models: catalog,
    authorize: () => ({ userId: "ada" }),
    secret,
    ...options,
  });
  const ask = (path: string, init?: RequestInit) =>
    handler(new Request(`https://host.example/api/easel${path}`, init));
  const submit = async (headers: Record<string, string> = {}) =>
    ask("/v2/sdxl-torch", {
      method: "POST",
      body: JSON.stringify({ prompt }),
      headers: { "content-type": "application/json", cookie, ...headers },
    });
  return { sandbox, ask, submit };
}

/** An error that quotes all it can get hold of, in each of its texts. */
function leaky(text: string): Error {
  const inner = Object.assign(new TypeError(`${text}\n    at ${text} (/app/x.ts:1:1)`), {
    code: text,
    name: text,
    input: { prompt: text },
  });
  return Object.assign(new Error(`[{"message":"${text}"}]`, { cause: inner }), { code: text });
}

const everything = `${prompt} ${apiKey} ${secret} ${cookie}`;
const throwing = (): never => {
  throw leaky(everything);
};
const rejecting = (): Promise<never> => Promise.reject(leaky(everything));
const brokenStore = { get: rejecting, add: rejecting, replace: rejecting, take: rejecting };

test.each<[string, Partial<HandlerOptions>, RegExp]>([
  [
    "authorize",
    { authorize: throwing },
    /^\[react-easel\] authorize failed: Error.*return \{ userId/,
  ],
  ["beforeSubmit", { beforeSubmit: rejecting }, /^\[react-easel\] beforeSubmit failed: Error/],
  [
    "clientKey",
    { authorize: "public", limits: { requestsPerMinute: 9, clientKey: throwing } },
    /^\[react-easel\] clientKey failed: Error/,
  ],
  [
    "the store",
    { store: brokenStore },
    /^\[react-easel\] store failed: .*Error.*Check that the store is running/,
  ],
  [
    "the backend",
    { backend: { submit: rejecting, getStatus: rejecting, getResult: rejecting } },
    /^\[react-easel\] handler failed: Error/,
  ],
  ["onEvent", { onEvent: throwing }, /^\[react-easel\] onEvent failed: Error/],
  [
    "an async onEvent",
    { onEvent: () => rejecting() as unknown as undefined },
    /^\[react-easel\] onEvent failed: Error/,
  ],
])("logs an error in %s with its stack, but without its message", async (_, options, line) => {
  const { submit } = setUp(options);
  await submit();
  await submit();
  const lines = printed();
  expect(lines.filter((text) => line.test(text))).toHaveLength(1);
  expect(lines.join("\n")).toMatch(/\n\s+at .*createConsoleLog\.test\.ts:\d+:\d+/);
  for (const word of [prompt, "lighthouse", apiKey, "0123456789", secret, "eyJ", "/app/x.ts"]) {
    expect(lines.join("\n")).not.toContain(word);
  }
});

test("logs the JavaScript engine's message for a bug in a hook", async () => {
  const session = undefined as unknown as { user: { id: string } };
  await setUp({ authorize: () => ({ userId: session.user.id }) }).submit();
  expect(printed()[0]).toContain(
    "authorize failed: TypeError: Cannot read properties of undefined (reading 'user'). ",
  );
});

test("logs Easel's messages and system error codes", async () => {
  await setUp({ authorize: () => ({ userId: "" }) }).submit();
  expect(printed()[0]).toContain("TypeError: authorize returned no userId");
  expect(printed()[0]).not.toContain("..");
  const down = Object.assign(new Error(`connect to ${everything}`), { code: "ECONNREFUSED" });
  await setUp({ store: { ...brokenStore, add: () => Promise.reject(down) } }).submit();
  expect(printed()[1]).toContain(
    "store failed: TypeError, caused by Error ECONNREFUSED: store.add failed during the store check. ",
  );
});

test("logs the first word of a Redis error, with the command and the fix", async () => {
  const sendCommand = () => Promise.reject(new Error(`OOM command not allowed: ${everything}`));
  await setUp({ store: redisStore({ isReady: true, sendCommand }) }).submit();
  expect(printed()[0]).toContain("caused by Error OOM: Redis refused SET (OOM). Redis is out");
  expect(printed().join()).not.toContain("lighthouse");
});

test.each([
  ["key-invalid", /upstream_key_invalid: The image service rejected this app's API key\./],
  ["no-credits", /upstream_no_credits: .*Top up/],
  ["model-retired", /upstream_model_retired: .*Remove the model from models/],
] as const)("logs the service's %s error with the fix", async (fault, line) => {
  const { sandbox, submit } = setUp();
  sandbox.fail("submit", fault);
  await submit();
  expect(printed()).toEqual([expect.stringMatching(line)]);
});

test("logs details for missing configuration, a foreign origin, and a wrong path", async () => {
  const without = setUp({ secret: undefined, backend: segmind({ apiKey: "" }) });
  await without.ask("/health");
  expect(printed()[0]).toMatch(/not_configured: .*EASEL_SECRET.*SEGMIND_API_KEY/);
  const { submit } = setUp({ basePath: "/images" });
  await submit();
  expect(printed()[1]).toMatch(/not_found: The handler is mounted at "\/images"/);
  await setUp().submit({ origin: "https://evil.example" });
  expect(printed()[2]).toMatch(/cross_site: /);
  expect(printed().join()).not.toMatch(/lighthouse|v2\/sdxl/);
});

test("doesn't log user errors and transient errors", async () => {
  const { ask, submit, sandbox } = setUp();
  await ask("/v2/sdxl-torch", { method: "POST", body: "{}" });
  await ask("/v2/requests/forged/status");
  await ask("/nothing");
  sandbox.fail("submit", "parameter-rejected");
  await submit();
  sandbox.fail("submit", "lost-answer");
  await submit();
  await setUp({ authorize: () => null }).submit();
  expect(printed()).toEqual([]);
});

test("logs each kind once a minute, with the number of omitted messages", async () => {
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
  const store = memoryStore();
  const { submit } = setUp({ authorize: throwing, store });
  for (let count = 0; count < 5; count += 1) await submit();
  expect(print).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(60_000);
  await submit();
  expect(print).toHaveBeenCalledTimes(2);
  expect(printed()[1]).toContain("(4 more omitted since the last one.)");
});

test("logs every unknown state, even within a minute", async () => {
  const states = ["WARMING_UP", "COOLING_DOWN", "WARMING_UP"];
  const record = { requestId: crypto.randomUUID(), state: "processing" } as const;
  const getStatus = () => Promise.resolve({ ...record, unknownState: states.shift() });
  const backend = {
    submit: () => Promise.resolve(record),
    getStatus: getStatus as Backend["getStatus"],
    getResult: throwing,
  };
  const { submit, ask } = setUp({ backend, pollDelay: () => 0 });
  const { request_id: ticket } = (await (await submit()).json()) as { request_id: string };
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
  while (states.length > 0) {
    await ask(`/v2/requests/${ticket}/status`);
    vi.advanceTimersByTime(5_000);
  }
  expect(printed()).toEqual([
    expect.stringContaining('"WARMING_UP"'),
    expect.stringContaining('"COOLING_DOWN"'),
  ]);
});

test("logs that nothing was sent if beforeSubmit returns an invalid input", async () => {
  const { submit } = setUp({ beforeSubmit: () => ({ input: {} }) });
  expect((await submit()).status).toBe(400);
  expect(printed()).toEqual([
    expect.stringMatching(/The submit failed, and nothing was sent or charged\. Fix beforeSubmit/),
  ]);
});

test("logs only that new submits are refused if the store fails after a submit", async () => {
  const kept = memoryStore();
  const store: Store = {
    ...kept,
    replace: (key, expected, value, lifeMs) =>
      value?.includes("taken") ? rejecting() : kept.replace(key, expected, value, lifeMs),
  };
  const { submit, sandbox } = setUp({ store });
  expect((await submit({ "idempotency-key": "attempt-1" })).status).toBe(200);
  expect(sandbox.log).toHaveLength(1);
  expect(printed()).toEqual([expect.stringContaining("New submits return 503 until")]);
  expect(printed()[0]).not.toContain("nothing is sent");
});

test("logs nothing with onEvent, which receives the complete cause", async () => {
  const events: unknown[] = [];
  const cause = new EaselError("internal");
  const { submit } = setUp({
    onEvent: (event) => void events.push(event),
    authorize: () => {
      throw cause;
    },
  });
  await submit();
  expect(events[0]).toEqual({ type: "error", where: "authorize", cause });
  expect(print).not.toHaveBeenCalled();
});

test("logs every abandoned job with its ID, even within a minute", () => {
  const log = createConsoleLog();
  const end = { type: "abandoned", hook: "onJobEnd", model: "m", tries: 6, job: "mark" } as const;
  for (const id of ["id-1", "id-2"]) log({ ...end, id });
  expect(printed()).toEqual([expect.stringContaining("id-1"), expect.stringContaining("id-2")]);
});
