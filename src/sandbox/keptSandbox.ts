import { memoryStore } from "../server/stores/memoryStore.ts";
import type { Store } from "../server/stores/store.ts";
import { createMemory } from "./createMemory.ts";
import type { SandboxMemory } from "./service.ts";

/** What the sandbox behind a handler remembers. It outlives the module that made it. */
export interface KeptSandbox {
  /** Signs tickets. Random, so no ticket outlives the process. */
  readonly secret: string;
  readonly store: Store;
  readonly memory: SandboxMemory;
  readonly credits: number;
}

export interface KeepOptions {
  readonly credits: number;
  readonly publishes: boolean;
}

/** Files' base address in memory and in the store. Each answer replaces it by one of its request's origin. */
export const filesUrl = "https://sandbox.invalid";

/** Raise the number when the shape of `KeptSandbox` changes: two versions may meet in one process. */
const registryKey = Symbol.for("react-easel.sandboxes.3");

type Registry = typeof globalThis & { [registryKey]?: Map<string, KeptSandbox> };

const create = ({ credits, publishes }: KeepOptions): KeptSandbox => ({
  secret: crypto.randomUUID() + crypto.randomUUID(),
  // Attempts and the jobs they paid for are lost together, so a browser may check on an attempt by repeating it.
  store: { ...memoryStore(), lasting: true },
  memory: createMemory({ credits, filesUrl, publishes }),
  credits,
});

/**
 * The sandbox of that name in this process: a development server that evaluates a module again finds the jobs, files and
 * attempts of before. Another amount of credits begins a new one.
 */
export function keptSandbox(name: string, options: KeepOptions): KeptSandbox {
  const sandboxes = ((globalThis as Registry)[registryKey] ??= new Map());
  const known = sandboxes.get(name);
  if (known?.credits === options.credits) return known;
  const kept = create(options);
  sandboxes.set(name, kept);
  return kept;
}
