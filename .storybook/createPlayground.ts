import { catalog } from "react-easel/models";
import { createSandboxHandler } from "react-easel/sandbox";
import { createHandler, memoryStore, segmind } from "react-easel/server";
import { paintImage } from "./painter/paintImage.ts";

/** The playground's backend: the sandbox, or Segmind where there is a key. Then each image is charged. */
export function createPlayground(apiKey?: string) {
  // Storybook and its tests also run it built.
  if (!apiKey) return createSandboxHandler({ paint: paintImage, production: true });
  return createHandler({
    backend: segmind({ apiKey }),
    models: catalog,
    authorize: () => ({ userId: "playground" }),
    secret: crypto.randomUUID() + crypto.randomUUID(),
    // One process serves the playground, and its jobs end with it.
    store: { ...memoryStore(), lasting: true },
    expose: { cost: true, credits: true },
    // Stories make faults on purpose.
    ...(apiKey ? {} : { onEvent: () => undefined }),
  });
}
