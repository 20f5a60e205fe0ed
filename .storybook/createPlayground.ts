import { catalog } from "react-easel/models";
import { createSandboxHandler } from "react-easel/sandbox";
import { createHandler, memoryStore, segmind } from "react-easel/server";
import { paintImage } from "./painter/paintImage.ts";

/** The playground's backend: the sandbox, or Segmind (which charges for each image) if a key is set. */
export function createPlayground(apiKey?: string) {
  if (!apiKey) return createSandboxHandler({ paint: paintImage, production: true });
  return createHandler({
    backend: segmind({ apiKey }),
    models: catalog,
    authorize: () => ({ userId: "playground" }),
    secret: crypto.randomUUID() + crypto.randomUUID(),
    // One process serves the playground, and its jobs end with it.
    store: { ...memoryStore(), lasting: true },
    expose: { cost: true, credits: true },
    // Stories cause faults deliberately.
    ...(apiKey ? {} : { onEvent: () => undefined }),
  });
}
