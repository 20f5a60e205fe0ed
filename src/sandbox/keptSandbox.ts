import { memoryStore } from "../server/stores/memoryStore.ts";
import { createMemory, type MemoryOptions } from "./createMemory.ts";

type KeepOptions = Omit<MemoryOptions, "filesUrl">;

/** Base of file URLs in memory and in the store. Responses replace it with the request's origin. */
export const filesUrl = "https://sandbox.invalid";

/** Increment the number when the shape of `create`'s result changes, because a process can load two versions. */
const registryKey = Symbol.for("react-easel.sandboxes.4");

const create = ({ credits, publishes }: KeepOptions) => ({
  secret: crypto.randomUUID() + crypto.randomUUID(),
  // Marked as lasting, because attempts are only lost together with their jobs, so a repeat can't submit a job twice.
  store: { ...memoryStore(), lasting: true },
  memory: createMemory({ credits, filesUrl, publishes }),
  credits,
});

type Registry = typeof globalThis & { [registryKey]?: Map<string, ReturnType<typeof create>> };

/** Returns this process's sandbox of this name, even after a hot reload. Creates a new one if `credits` differs. */
export function keptSandbox(name: string, options: KeepOptions) {
  const sandboxes = ((globalThis as Registry)[registryKey] ??= new Map());
  const known = sandboxes.get(name);
  if (known?.credits === options.credits) return known;
  const kept = create(options);
  sandboxes.set(name, kept);
  return kept;
}
