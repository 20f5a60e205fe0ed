import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "../../scripts/findFreePort.mjs";
import { findWebKit } from "../../scripts/webkit.mjs";

const port = await findFreePort();
const origin = `http://127.0.0.1:${port}`;
const waitMs = 60_000;

async function call(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(origin + path, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
  return value;
}

async function retry<T>(attempt: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + waitMs; ; await sleep(100)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** Starts WebKitGTK on a virtual display. Returns a session of its WebDriver. */
export async function startWebKit() {
  const found = findWebKit();
  if (!found) throw new Error("There is no WebKit: run node scripts/webkit.mjs");
  const display = spawn(found.display, ["-displayfd", "3", "-screen", "0", "1280x1024x24"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [number] = (await once(display.stdio[3] as NodeJS.ReadableStream, "data")) as [Buffer];
  const driver = spawn(found.driver, [`--port=${port}`], {
    stdio: "ignore",
    env: { ...process.env, DISPLAY: `:${String(number).trim()}` },
  });
  function kill() {
    driver.kill();
    display.kill();
  }
  process.once("exit", kill);
  await retry(() => call("GET", "/status"));
  const { sessionId } = (await call("POST", "/session", {
    capabilities: { alwaysMatch: { pageLoadStrategy: "eager" } },
  })) as { sessionId: string };
  const session = `/session/${sessionId}`;

  /** Repeats an action until an element exists and accepts it. */
  const act = (selector: string, action: string, body: object = {}) =>
    retry(async () => {
      const query = { using: "css selector", value: selector };
      const element = (await call("POST", `${session}/element`, query)) as object;
      return call("POST", `${session}/element/${Object.values(element)[0]}/${action}`, body);
    });

  return {
    open: (url: string) => call("POST", `${session}/url`, { url }),
    click: (selector: string) => act(selector, "click"),
    async fill(selector: string, text: string) {
      await act(selector, "clear");
      await act(selector, "value", { text });
    },
    /** Runs a function body in the page. Returns its result. */
    run: (script: string) => call("POST", `${session}/execute/sync`, { script, args: [] }),
    /** Ends the session. Rejects if the browser has already ended. */
    async stop() {
      try {
        await call("GET", `${session}/url`);
        await call("DELETE", session);
      } finally {
        process.off("exit", kill);
        kill();
      }
    },
  };
}
