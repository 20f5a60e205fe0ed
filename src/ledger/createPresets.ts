import * as z from "zod/v4-mini";
import { createRecords } from "./createRecords.ts";
import type { LedgerStorage } from "./ledgerStorage.ts";
import { newAttemptId } from "./newAttemptId.ts";
import { largeNames } from "./serializeAttempt.ts";
import { hint } from "./storedValue.ts";

/** Named settings. */
export interface Preset {
  readonly name: string;
  /** ID of the model for which the settings are meant. @default any model */
  readonly model?: string | undefined;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface StoredPreset extends Preset {
  readonly id: string;
}

export type SavedAs = "saved" | "full" | "too_many";

export const maxPresets = 100;
export const maxPresetName = 80;

const schema = z.looseObject({
  id: z.string(),
  name: z.string(),
  model: hint(z.string()),
  values: z.record(z.string(), z.unknown()),
} satisfies Record<keyof StoredPreset, unknown>) as unknown as z.ZodMiniType<StoredPreset>;

export interface PresetsOptions {
  readonly storage: LedgerStorage;
  readonly owner: string;
}

export type Presets = ReturnType<typeof createPresets>;

const byName = (one: StoredPreset, other: StoredPreset) => one.name.localeCompare(other.name);

/** Creates a store of a user's presets, sorted by name. */
export function createPresets({ storage, owner }: PresetsOptions) {
  const records = createRecords<StoredPreset>({ storage, name: `preset:${owner}`, schema });
  const listeners = new Set<() => void>();
  let presets: readonly StoredPreset[] = [];

  function set(next: readonly StoredPreset[]): void {
    presets = next.toSorted(byName);
    for (const listener of listeners) listener();
  }

  const without = (id: string) => presets.filter((one) => one.id !== id);

  async function put(preset: StoredPreset): Promise<SavedAs> {
    const others = without(preset.id);
    if (others.length >= maxPresets) return "too_many";
    if (!(await records.write(preset.id, preset))) return "full";
    set([...without(preset.id), preset]);
    return "saved";
  }

  return {
    list: () => presets,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Reads the presets again, because another tab may have changed them. */
    refresh: () => records.read((found) => set([...found.values()])),
    /** Stores a preset without values that are too large, such as images in data URLs. */
    save: ({ name, model, values }: Preset): Promise<SavedAs> => {
      const large = largeNames(values);
      const kept = Object.entries(values).filter(([field]) => !large.includes(field));
      const named = name.slice(0, maxPresetName);
      return put({ id: newAttemptId(), name: named, model, values: Object.fromEntries(kept) });
    },
    rename: async (id: string, name: string): Promise<SavedAs> => {
      const preset = presets.find((one) => one.id === id);
      return preset ? put({ ...preset, name: name.slice(0, maxPresetName) }) : "saved";
    },
    remove: (id: string): void => {
      records.remove(id);
      set(without(id));
    },
    /** Stores a removed preset again. */
    restore: put,
  };
}
