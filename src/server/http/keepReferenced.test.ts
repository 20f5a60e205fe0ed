import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plainFetch } from "./plainFetch.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** A service that never comes to an end: `/silent` says nothing at all, another path begins to answer. */
const service = createServer(({ url }, response) => {
  if (url !== "/silent") response.write("{");
});

beforeAll(async () => {
  service.listen(0, "127.0.0.1");
  await once(service, "listening");
});

afterAll(() => {
  service.closeAllConnections();
  service.close();
});

test.each(["/silent", "/slow"])(
  "ends an aborted call to %s, even after garbage collection",
  async (path) => {
    const { port } = service.address() as AddressInfo;
    const gone = new AbortController();
    const asked = once(service, "request");
    const answer = plainFetch((request) => fetch(request))({
      address: `http://127.0.0.1:${port}${path}`,
      method: "GET",
      headers: {},
      signal: gone.signal,
      timeoutMs: 600_000,
      maxBytes: 1_000,
    });
    const end = answer.then(
      () => "an answer",
      (error: unknown) => (error as Error).name,
    );
    await asked;
    for (let sweep = 0; sweep < 20; sweep++) {
      // What a sweep frees is only let go of between turns.
      // oxlint-disable-next-line eslint/no-await-in-loop
      await new Promise((resolve) => setTimeout(resolve, 5));
      collectGarbage();
    }
    gone.abort();
    expect(await end).toBe("AbortError");
  },
);
