import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { parentPort, workerData } from "node:worker_threads";
import type { SandboxCall } from "react-easel/sandbox";
import { memoryStore } from "react-easel/server";
import { toNodeListener } from "react-easel/server/node";
import { createTestStack } from "../createTestStack.ts";
import { applyFault } from "./applyFault.ts";
import type { Cell } from "./cells.ts";
import type { Step, WayFault } from "./faults.ts";
import { matrixModel } from "./model.ts";

export interface BackendData {
  readonly page: string;
}

export interface CellLog {
  readonly struck: number;
  readonly submits: number;
  /** Number of jobs that the service charged and didn't refund. */
  readonly paid: number;
}

const credits = 100;

function stepOf(path: string, method: string | undefined): Step | undefined {
  if (method === "POST") return "submit";
  const end = /\/v2\/requests\/[^/]+(\/\w+)?$/.exec(path);
  if (!end) return undefined;
  return end[1] === "/status" ? "status" : end[1] === "/events" ? "events" : "result";
}

/** Creates one cell's host: the proxy, the handler, and the service. */
function createCellHost(origin: string, { id, step, place, fault }: Cell) {
  const base = `/cells/${id}`;
  let struck = 0;
  // Stops the service's clock, so that the job stays pending until its stream fails.
  let held = step === "events";
  const made = Date.now();
  let releasedAt = made;
  let active = true;
  let healed = () => {};
  const untilHealed = new Promise<void>((resolve) => (healed = resolve));

  function strikes(at: string | undefined): boolean {
    if (!active || at !== step) return false;
    struck += 1;
    if (struck === fault.strikes) active = false;
    return true;
  }

  const serviceFault = ({ step: at }: SandboxCall) => {
    // Streams depend on the handler's status polls.
    const asked = step === "events" && at === "status" ? "events" : at;
    if (place !== "service" || !strikes(asked)) return undefined;
    const name = fault.service?.[0];
    return typeof name === "string" ? name : name?.[step];
  };
  let signedOut = false;
  const { sandbox, handler } = createTestStack({
    sandbox: {
      credits,
      now: () => (held ? made : made + Date.now() - releasedAt),
      timing: { queueMs: 300, runMs: 1_500 },
      filesUrl: `${origin}${base}/files`,
      models: [matrixModel],
      faults: serviceFault,
    },
    handler: {
      models: [matrixModel],
      authorize: ({ headers }) =>
        signedOut && headers.get("authorization") !== "Bearer renewed" ? null : { userId: "ada" },
      basePath: `${base}/api`,
      store: { ...memoryStore(), lasting: true },
    },
  });
  const handle = toNodeListener(handler);

  function answerApi(incoming: IncomingMessage, outgoing: ServerResponse) {
    const { url = "", method } = incoming;
    const isStruck = place === "way" && strikes(stepOf(url, method));
    const name: WayFault | undefined = isStruck ? fault.way?.[0] : undefined;
    if (name === "signed-out") signedOut = true;
    applyFault({ name, incoming, outgoing, handle, untilHealed });
  }

  return {
    answerApi,
    answerFile: toNodeListener(sandbox.fetch),
    release: () => {
      if (held) releasedAt = Date.now();
      held = false;
    },
    heal: () => {
      active = false;
      healed();
    },
    log: (): CellLog => ({
      struck,
      submits: sandbox.log.filter((entry) => entry.step === "submit").length,
      paid: credits - sandbox.credits,
    }),
  };
}

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
};

const answerPage = (page: string, { url = "/" }: IncomingMessage, outgoing: ServerResponse) => {
  const { pathname } = new URL(url, "http://localhost");
  const file = pathname === "/" ? "/index.html" : pathname;
  const type = contentTypes[/\.\w+$/.exec(file)?.[0] ?? ""] ?? "application/octet-stream";
  outgoing.writeHead(200, {
    "content-type": type,
    "cache-control": file.startsWith("/assets/") ? "max-age=3600, immutable" : "no-store",
  });
  outgoing.end(readFileSync(page + file));
};

export type Order =
  | { readonly number: number; readonly verb: "open"; readonly cell: Cell }
  | {
      readonly number: number;
      readonly verb: "heal" | "release" | "log" | "close";
      readonly id: string;
    };

/** Serves the page and every cell's host, and executes the parent thread's commands. */
export function startBackend(): void {
  const { page } = workerData as BackendData;
  const hosts = new Map<string, ReturnType<typeof createCellHost>>();

  const server = createServer((incoming, outgoing) => {
    const { url = "/" } = incoming;
    // Prevents reuse, because browsers automatically repeat a request if a reused connection breaks.
    outgoing.setHeader("connection", "close");
    if (url === "/login") {
      outgoing.writeHead(200, { "content-type": "text/html" });
      outgoing.end("<!doctype html><title>Sign in</title><h1>Sign in</h1>");
      return;
    }
    const [, id, kind] = /^\/cells\/([^/]+)\/(\w+)/.exec(url) ?? [];
    const host = hosts.get(id ?? "");
    if (!host) answerPage(page, incoming, outgoing);
    else if (kind === "files") host.answerFile(incoming, outgoing);
    else host.answerApi(incoming, outgoing);
  });

  server.listen(0, "127.0.0.1", () => {
    const { port } = server.address() as { port: number };
    const origin = `http://localhost:${port}`;
    parentPort?.on("message", (order: Order) => {
      const id = order.verb === "open" ? order.cell.id : order.id;
      if (order.verb === "open") hosts.set(id, createCellHost(origin, order.cell));
      const host = hosts.get(id);
      if (order.verb === "heal") host?.heal();
      if (order.verb === "release") host?.release();
      const log = host?.log();
      if (order.verb === "close") hosts.delete(id);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no target origin
      parentPort?.postMessage({ number: order.number, log });
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no target origin
    parentPort?.postMessage({ origin });
  });
}
