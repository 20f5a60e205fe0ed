import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as easel from "react-easel";
import * as client from "react-easel/client";
import * as errors from "react-easel/errors";
import * as illustrations from "react-easel/illustrations";
import * as labels from "react-easel/labels";
import * as models from "react-easel/models";
import * as sandbox from "react-easel/sandbox";
import * as server from "react-easel/server";
import * as next from "react-easel/server/next";
import * as node from "react-easel/server/node";
import * as testing from "react-easel/testing";
import { expect, test, vi } from "vitest";
import { readExamples } from "./readExamples.ts";
import { startFakeAcme } from "./startFakeAcme.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "node_modules/.cache/examples");
const examples = readExamples(root);

const entries = {
  "react-easel": easel,
  "react-easel/client": client,
  "react-easel/errors": errors,
  "react-easel/illustrations": illustrations,
  "react-easel/labels": labels,
  "react-easel/models": models,
  "react-easel/sandbox": sandbox,
  "react-easel/server": server,
  "react-easel/server/next": next,
  "react-easel/server/node": node,
  "react-easel/testing": testing,
};

const exported = Object.fromEntries(
  Object.entries(entries).flatMap(([entry, values]) =>
    Object.keys(values).map((name) => [name, `typeof import("${entry}").${name}`] as const),
  ),
);

/** Ambient names that the examples take from an app or a test file. */
const presupposed = `
declare const acme: typeof import("./docs.guide.backends.md.1.ts").acme;
declare const apiKey: string;
declare const app: Pick<import("hono").Hono, "all"> &
  Pick<import("express").Express, "use"> &
  Pick<import("fastify").FastifyInstance, "register">;
declare const bucket: { put(name: string, bytes: ArrayBuffer): Promise<string> };
declare const client: import("react-easel").Client;
declare const db: { upsert(id: string, row: Readonly<Record<string, unknown>>): Promise<void> };
declare const dress: import("react-easel").ClassNames;
declare const express: typeof import("express");
declare const handler: import("react-easel/server").Handler;
declare const http: typeof import("node:http");
declare const job: import("react-easel").Job;
declare const modelForm: import("react-easel").ModelForm;
declare const form: import("react-hook-form").UseFormReturn;
declare const options: import("react-easel/server").HandlerOptions;
declare const pool: object;
declare const requestId: string;
declare const schema: import("react-easel/models").JsonSchema;
declare const text: string;
declare const user: { readonly id: string };
declare const expect: typeof import("vitest").expect;
declare const fireEvent: typeof import("@testing-library/react").fireEvent;
declare const startFakeAcme: typeof import("${root}test/startFakeAcme.ts").startFakeAcme;
declare const useState: typeof import("react").useState;
declare const z: typeof import("zod");
declare function getToken(): Promise<string>;
declare function openResult(attemptId: string): void;
declare function postgresStore(pool: object): import("react-easel/server").Store;
declare function readSession(request: Request): Promise<{ readonly userId: string; readonly team: string } | undefined>;
declare function transaction<T>(work: (query: (sql: string, values: readonly unknown[]) => Promise<{ readonly rowCount: number; readonly rows: readonly Readonly<Record<string, unknown>>[] }>) => Promise<T>): Promise<T>;
declare function showResult(job: import("react-easel").Job): void;
type BackendJob = import("react-easel/server").BackendJob;
type CallOptions = import("react-easel/server").CallOptions;
type AccountCredits = import("react-easel/server").AccountCredits;
type SubmittedJob = import("react-easel/server").SubmittedJob;
declare function Button(props: { readonly children: import("react").ReactNode }): import("react").ReactNode;
declare module "@react-router/dev/routes" {
  export type RouteConfig = readonly object[];
  export function index(file: string): object;
  export function route(path: string, file: string): object;
}
declare module "next" {
  export type Metadata = { readonly title?: string };
}
declare module "@/budgets" {
  export type BudgetLedger = import("./docs.guide.budgets.md.1.ts").BudgetLedger;
}
declare module "@/easel" {
  export const handler: import("react-easel/server").Handler;
}
`;

/** Wraps a fragment in a component, below its imports. */
function toModule(code: string): string {
  if (/^export /m.test(code)) return code;
  const lines = code.split("\n");
  const isImport = (line: string) => /^(import |"use client")/.test(line);
  const body = lines.filter((line) => !isImport(line));
  const shown = body.findIndex((line) => line.startsWith("<"));
  if (shown !== -1) body.splice(shown, Infinity, "return <>", ...body.slice(shown), "</>;");
  return [...lines.filter(isImport), "export async function Example() {", ...body, "}"].join("\n");
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
for (const { file, code } of examples) write(file, toModule(code));

// Compiling takes seconds of processor time, and the machine may be busy.
test("compiles the examples unchanged", { timeout: 180_000 }, async () => {
  const globals = Object.entries(exported).map(([name, type]) => `declare const ${name}: ${type};`);
  write("globals.d.ts", [...globals, presupposed].join("\n"));
  const compilerOptions = { noPropertyAccessFromIndexSignature: false, noUnusedLocals: false };
  const files = ["globals.d.ts", ...examples.map(({ file }) => file)];
  write(
    "tsconfig.json",
    JSON.stringify({ extends: join(root, "tsconfig.json"), compilerOptions, files, include: [] }),
  );
  const said = await new Promise((resolve) => {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    execFile(process.execPath, [tsc, "-p", folder], (failure, output) =>
      resolve(output || (failure?.message ?? "")),
    );
  });
  expect(said).toBe("");
  expect(examples.length).toBeGreaterThan(70);
});

async function load<T>(words: string): Promise<T> {
  const file = examples.find(({ code }) => code.includes(words))?.file ?? `no example: ${words}`;
  return (await import(/* @vite-ignore */ join(folder, file))) as T;
}

// Runs the page's contract example with the page's backend.
vi.stubGlobal("startFakeAcme", startFakeAcme);
vi.stubGlobal("acme", (await load<{ acme: unknown }>("export function acme(")).acme);
const { Example: describeAcme } = await load<{ Example: () => Promise<void> }>("breakNext: (call");
await describeAcme();

test("distinguishes unsent submits from possibly sent ones in the backend example", async () => {
  const { acme } = await load<{
    acme: (apiKey: string, fetch: typeof globalThis.fetch) => server.Backend;
  }>("export function acme(");
  const failWith = (code: string) =>
    acme("test-key", () => Promise.reject(Object.assign(new TypeError("fetch failed"), { code })));
  await expect(failWith("ECONNREFUSED").submit("acme-1", {}, {})).rejects.toMatchObject({
    code: "upstream_unreachable",
  });
  await expect(failWith("ECONNRESET").submit("acme-1", {}, {})).rejects.toMatchObject({
    code: "submit_unknown",
  });
  await expect(failWith("ECONNREFUSED").getStatus("job-1", {})).rejects.toMatchObject({
    code: "upstream_unavailable",
  });
});
