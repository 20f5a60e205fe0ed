import { memoryStore } from "../server/stores/memoryStore.ts";
import { createMemory, type MemoryOptions } from "./createMemory.ts";

type KeepOptions = Omit<MemoryOptions, "filesUrl">;

/** Base URL of files in memory and in the store. In responses, it is replaced with an address on the page's origin. */
export const filesUrl = "https://sandbox.invalid";

/** Registry key. Increment its number when the result of `create` changes, because a process can load two versions. */
const registryKey = Symbol.for("react-easel.sandboxes.4");

const create = ({ credits, publishes }: KeepOptions) => ({
  secret: crypto.randomUUID() + crypto.randomUUID(),
  // Marked as lasting: attempts are lost only together with their jobs, so a repeat can't result in two jobs.
  store: { ...memoryStore(), lasting: true },
  memory: createMemory({ credits, filesUrl, publishes }),
  credits,
});

type Registry = typeof globalThis & { [registryKey]?: Map<string, ReturnType<typeof create>> };

/** Returns the process's sandbox with this name, even after a hot reload. Creates a new one if `credits` differs. */
export function keptSandbox(name: string, options: KeepOptions) {
  const sandboxes = ((globalThis as Registry)[registryKey] ??= new Map());
  const known = sandboxes.get(name);
  if (known?.credits === options.credits) return known;
  const kept = create(options);
  sandboxes.set(name, kept);
  return kept;
}
