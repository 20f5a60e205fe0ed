import { afterEach, expect, test, vi } from "vitest";
import { createTickets, type TicketInfo } from "./createTickets.ts";

const secret = "an old secret of thirty-two bytes or more";
const newer = "a new secret of thirty-two bytes or more.";
const dayMs = 24 * 3_600_000;
const job: TicketInfo = {
  id: "0b9a2c4e-5d1f-8a3b-9c7d-2e4f6a8b0c1d",
  requestId: "2c7f59ea-13f1-402c-9353-915a2b5a2124",
  modelId: "sd2.1-txt2img",
  issuedAt: Math.floor(Date.now() / 1000) * 1000,
};

const tickets = createTickets([secret], dayMs);

afterEach(() => {
  vi.useRealTimers();
});

test("returns a ticket's job only to its user, and needs no escaping in a path", async () => {
  // With a letter that no ticket has by chance.
  const ada = "ada@host.example";
  const ticket = await tickets.issue(job, ada);
  expect(await tickets.read(ticket, ada)).toMatchObject(job);
  expect(await tickets.read(ticket, "bob")).toBeUndefined();
  expect(ticket.length).toBeLessThan(256);
  expect(encodeURIComponent(ticket)).toBe(ticket);
  expect(ticket).not.toContain(ada);
});

test("rejects any changed ticket", async () => {
  const ticket = await tickets.issue(job, "ada");
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~.";
  const others = [
    ...Array.from(ticket, (_, at) => ticket.slice(0, at) + ticket.slice(at + 1)),
    ...Array.from(letters, (letter) => ticket.slice(0, -1) + letter),
    ...Array.from(ticket, (letter, at) =>
      ticket.slice(0, at).concat(letter === "A" ? "B" : "A", ticket.slice(at + 1)),
    ),
    ...["", " ", "=", "\n", "~", "A"].map((more) => ticket + more),
    ticket.replace("~sd2.1-txt2img~", "~sdxl-torch~"),
    job.requestId,
    "",
  ].filter((other) => other !== ticket);
  const read = await Promise.all(others.map((other) => tickets.read(other, "ada")));
  expect(read.filter((found) => found !== undefined)).toEqual([]);
});

test("accepts a ticket signed with an old secret, and rejects one signed with another", async () => {
  const ticket = await tickets.issue(job, "ada");
  expect(await createTickets([newer], dayMs).read(ticket, "ada")).toBeUndefined();
  const rotated = createTickets([newer, secret], dayMs);
  expect(await rotated.read(ticket, "ada")).toMatchObject(job);
  const fresh = await rotated.issue(job, "ada");
  expect(await tickets.read(fresh, "ada")).toBeUndefined();
});

test("rejects a ticket that has expired", async () => {
  const ticket = await tickets.issue(job, "ada");
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: job.issuedAt + dayMs });
  expect(await tickets.read(ticket, "ada")).toMatchObject(job);
  vi.setSystemTime(job.issuedAt + dayMs + 1);
  expect(await tickets.read(ticket, "ada")).toBeUndefined();
});

test("distinguishes users whose IDs contain separators", async () => {
  const ticket = await tickets.issue(job, 'a","b');
  expect(await tickets.read(ticket, "a")).toBeUndefined();
  expect(await tickets.read(ticket, 'a","b')).toMatchObject(job);
});

test("throws for an ID that can't be used in a path", async () => {
  const issue = (requestId: string) => tickets.issue({ ...job, requestId }, "ada");
  await expect(issue("../v1/get-user-credits")).rejects.toThrow(/can't be used in a path/);
  await expect(issue("a~b")).rejects.toThrow(TypeError);
  await expect(issue("x".repeat(65))).rejects.toThrow(TypeError);
});

test("verifies a ticket's signature once, but always checks its user and age", async () => {
  const fresh = createTickets([secret], dayMs);
  const ticket = await fresh.issue(job, "ada");
  const verify = vi.spyOn(crypto.subtle, "verify");
  await fresh.read(ticket, "ada");
  expect(await fresh.read(ticket, "ada")).toMatchObject(job);
  expect(verify).toHaveBeenCalledTimes(1);
  expect(await fresh.read(ticket, "bob")).toBeUndefined();
  expect(await fresh.read(`${ticket.slice(0, -1)}~`, "ada")).toBeUndefined();
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: job.issuedAt + dayMs + 1 });
  expect(await fresh.read(ticket, "ada")).toBeUndefined();
  verify.mockRestore();
});

test("doesn't use a cache entry for another ticket or user", async () => {
  const ticket = await tickets.issue(job, "ada b");
  await tickets.read(ticket, "ada b");
  expect(await tickets.read(`${ticket} ada`, "b")).toBeUndefined();
});

test("reads a version 1 ticket, whose ID is the service's", async () => {
  const e1 =
    "e1~2c7f59ea-13f1-402c-9353-915a2b5a2124~sd2.1-txt2img~mi1wfwgo~roT9E6ntCtl9ITJMgonYjkUKyxJybmyKgN6tiqlvokI";
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: parseInt("mi1wfwgo", 36) });
  expect(await tickets.read(e1, "ada")).toMatchObject({
    id: job.requestId,
    requestId: job.requestId,
    modelId: job.modelId,
  });
  expect(await tickets.read(e1, "bob")).toBeUndefined();
});
