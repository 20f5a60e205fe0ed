import { memoryStore } from "../server/stores/memoryStore.ts";
import { createMemory, type MemoryOptions } from "./createMemory.ts";

type KeepOptions = Omit<MemoryOptions, "filesUrl">;

/** Base of file URLs in memory and in the store. Answers replace it by the request's origin. */
export const filesUrl = "https://sandbox.invalid";

/** Raise the number when the shape of `KeptSandbox` changes: a process may load two versions. */
const registryKey = Symbol.for("react-easel.sandboxes.4");

const create = ({ credits, publishes }: KeepOptions) => ({
  secret: crypto.randomUUID() + crypto.randomUUID(),
  // Attempts are lost only with their jobs, so a check can't submit twice.
  store: { ...memoryStore(), lasting: true },
  memory: createMemory({ credits, filesUrl, publishes }),
  credits,
});

type Registry = typeof globalThis & { [registryKey]?: Map<string, ReturnType<typeof create>> };

/** Returns this process's sandbox of that name, also after a hot reload. Other credits start a new one. */
export function keptSandbox(name: string, options: KeepOptions) {
  const sandboxes = ((globalThis as Registry)[registryKey] ??= new Map());
  const known = sandboxes.get(name);
  if (known?.credits === options.credits) return known;
  const kept = create(options);
  sandboxes.set(name, kept);
  return kept;
}
