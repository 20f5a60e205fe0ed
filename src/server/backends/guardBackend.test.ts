import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EaselError } from "../../protocol/EaselError.ts";
import type { Backend, BackendJob } from "./backend.ts";
import { guardBackend, type GuardedBackend } from "./guardBackend.ts";

const never = () => new Promise<never>(() => undefined);
const silent: Backend = {
  submit: never,
  getStatus: never,
  getResult: never,
  getCredits: never,
  uploadImage: never,
};
const answering = (record: unknown) =>
  guardBackend({
    ...silent,
    getStatus: async () => record as BackendJob,
    getResult: async () => record as BackendJob,
  });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each<[string, unknown]>([
  ["with a different ID", { requestId: "b", state: "completed" }],
  ["whose body has a different ID", { requestId: "a", state: "queued", body: { request_id: "b" } }],
  ["without an ID", { state: "completed" }],
  ["in an unknown state", { requestId: "a", state: "done" }],
  ["without a state", { requestId: "a" }],
  ["that is absent", undefined],
])("throws bad_answer for a record %s", async (_, record) => {
  const backend = answering(record);
  await expect(backend.getStatus("a", {})).rejects.toMatchObject({ code: "bad_answer" });
  await expect(backend.getResult("a", {})).rejects.toMatchObject({ code: "bad_answer" });
});

test("accepts a record of the requested job", async () => {
  const record: BackendJob = { requestId: "a", state: "completed", images: [] };
  expect(await answering(record).getStatus("a", {})).toEqual(record);
});

test.each<[string, (backend: GuardedBackend) => Promise<unknown> | undefined, number, string]>([
  ["submit", (backend) => backend.submit("m", {}), 65_000, "submit_unknown"],
  ["getStatus", (backend) => backend.getStatus("a", {}), 18_000, "upstream_unavailable"],
  ["getResult", (backend) => backend.getResult("a", {}), 18_000, "upstream_unavailable"],
  ["getCredits", (backend) => backend.getCredits?.({}), 18_000, "upstream_unavailable"],
  [
    "uploadImage",
    (backend) => backend.uploadImage?.(new Blob(), {}),
    65_000,
    "upstream_unavailable",
  ],
])("times out %s if the backend ignores its signal", async (_, call, ms, code) => {
  const end = vi.fn<(error: unknown) => void>();
  call(guardBackend(silent))?.catch(end);
  await vi.advanceTimersByTimeAsync(ms - 1);
  expect(end).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(end).toHaveBeenCalledWith(expect.objectContaining({ code }));
  expect(vi.getTimerCount()).toBe(0);
});

test("rejects an aborted read immediately, before and after it starts", async () => {
  const getStatus = vi.fn<Backend["getStatus"]>(never);
  const backend = guardBackend({ ...silent, getStatus });
  const gone = new AbortController();
  const read = backend.getStatus("a", { signal: gone.signal });
  gone.abort();
  await expect(read).rejects.toMatchObject({ code: "aborted" });
  expect(getStatus.mock.calls[0]?.[1].signal?.aborted).toBe(true);
  const late = backend.getStatus("a", { signal: gone.signal });
  await expect(late).rejects.toMatchObject({ code: "aborted" });
  expect(getStatus).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

test("passes no signal to a submit, and throws submit_unreadable without an ID", async () => {
  const submit = vi.fn(async () => ({}) as Awaited<ReturnType<Backend["submit"]>>);
  const sent = guardBackend({ ...silent, submit }).submit("m", {});
  await expect(sent).rejects.toMatchObject({ code: "submit_unreadable" });
  expect(submit).toHaveBeenCalledWith("m", {}, {});
});

test("rethrows a backend's error, even if it is thrown synchronously", async () => {
  const thrown = new EaselError("rate_limited", { retryAt: 5 });
  const getStatus = () => {
    throw thrown;
  };
  await expect(guardBackend({ ...silent, getStatus }).getStatus("a", {})).rejects.toBe(thrown);
  expect(vi.getTimerCount()).toBe(0);
});

test("keeps `this` for a backend class, and adds no missing methods", async () => {
  class Acme implements Backend {
    #credits = 7;
    submit = never;
    getStatus = never;
    getResult = never;
    async getCredits() {
      return { credits: this.#credits };
    }
  }
  const backend = guardBackend(new Acme());
  expect(await backend.getCredits?.({})).toEqual({ credits: 7 });
  expect(backend.uploadImage).toBeUndefined();
});
