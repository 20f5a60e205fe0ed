import { createServer } from "node:http";
import { createClient, type Client } from "react-easel/client";
import { type EaselError } from "react-easel/errors";
import { de } from "react-easel/labels";
import { catalog, defineModel, type Model } from "react-easel/models";
import { createSandbox, createSandboxHandler, type SandboxPaint } from "react-easel/sandbox";
import { createHandler, memoryStore, segmind, type Backend } from "react-easel/server";
import { toNextHandlers } from "react-easel/server/next";
import { toNodeListener } from "react-easel/server/node";
import * as z from "zod/v4";

const paint: SandboxPaint = ({ width, height, seed }) => ({
  bytes: new Uint8Array(width * height + seed),
  contentType: "image/png",
});
const sandbox = createSandbox({ paint });
const backend: Backend = segmind({ apiKey: "SG_0123456789abcdef", fetch: sandbox.fetch });
const input = z.object({ prompt: z.string() });
const own: Model = defineModel({ id: "own", title: "Own", task: "text-to-image", input });

export const handler = createHandler({
  backend,
  models: [...catalog, own],
  authorize: () => ({ userId: "ada" }),
  secret: "0123456789abcdef0123456789abcdef",
  store: memoryStore(),
});
export const { GET, POST } = toNextHandlers(createSandboxHandler({ paint }));
export const server = createServer(toNodeListener(handler));
export const client: Client = createClient({ baseUrl: de.form.generate });
export const codeOf = ({ code }: EaselError) => code;
