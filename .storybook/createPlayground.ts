import { catalog } from "react-easel/models";
import { createSandboxHandler } from "react-easel/sandbox";
import { createHandler, memoryStore, segmind } from "react-easel/server";
import { paintImage } from "./painter/paintImage.ts";

/** Creates the playground's handler. Uses the sandbox or, if a key is set, Segmind, which charges for each image. */
export function createPlayground(apiKey?: string) {
  if (!apiKey) return createSandboxHandler({ paint: paintImage, production: true });
  return createHandler({
    backend: segmind({ apiKey }),
    models: catalog,
    authorize: () => ({ userId: "playground" }),
    secret: crypto.randomUUID() + crypto.randomUUID(),
    // The playground is a single process, and its jobs don't have to outlive it.
    store: { ...memoryStore(), lasting: true },
    expose: { cost: true, credits: true },
    // Stories cause faults deliberately, so they aren't logged.
    ...(apiKey ? {} : { onEvent: () => undefined }),
  });
}
