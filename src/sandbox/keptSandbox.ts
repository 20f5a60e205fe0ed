import { memoryStore } from "../server/stores/memoryStore.ts";
import { createMemory, type MemoryOptions } from "./createMemory.ts";

type KeepOptions = Omit<MemoryOptions, "filesUrl">;

/** Base URL of files in memory and in the store. Responses contain an address on the page's origin instead. */
export const filesUrl = "https://sandbox.invalid";

/** Increment this number if the result of `create` changes, because a process can load two versions of this package. */
const registryKey = Symbol.for("react-easel.sandboxes.4");

const create = ({ credits, publishes }: KeepOptions) => ({
  secret: crypto.randomUUID() + crypto.randomUUID(),
  // Attempts are lost only together with their jobs, so a repeated submission can't create a second job.
  store: { ...memoryStore(), lasting: true },
  memory: createMemory({ credits, filesUrl, publishes }),
  credits,
});

type Registry = typeof globalThis & { [registryKey]?: Map<string, ReturnType<typeof create>> };

/** Returns the process's sandbox with this name, even after a hot reload. Creates a new one if `credits` changed. */
export function keptSandbox(name: string, options: KeepOptions) {
  const sandboxes = ((globalThis as Registry)[registryKey] ??= new Map());
  const known = sandboxes.get(name);
  if (known?.credits === options.credits) return known;
  const kept = create(options);
  sandboxes.set(name, kept);
  return kept;
}
