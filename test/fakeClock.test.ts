import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";

const server = createServer((_request, response) => response.end("answer"));

afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

test("leaves the timers of fetch out of a fake clock", async () => {
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  vi.useFakeTimers();
  const response = await fetch(`http://127.0.0.1:${port}`);
  expect(await response.text()).toBe("answer");
  expect(vi.getTimerCount()).toBe(0);
  setTimeout(() => undefined, 1);
  expect(vi.getTimerCount()).toBe(1);
});
