"use client";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Ledger } from "../ledger/createLedger.ts";
import {
  createPresets,
  type Preset,
  type Presets,
  type SavedAs,
  type StoredPreset,
} from "../ledger/createPresets.ts";
import { useProviderValue } from "./EaselContext.ts";
import { useStableActions } from "./useStableActions.ts";

export interface UsePresetsResult {
  /** The user's presets, sorted by name. */
  readonly presets: readonly StoredPreset[];
  /**
   * Stores settings under a name of up to 80 characters. Resolves with `full` if the storage is full, and `too_many` if
   * there are already 100 presets. Values of more than 8,000 characters, such as images in data URLs, are omitted.
   */
  readonly save: (preset: Preset) => Promise<SavedAs>;
  readonly rename: (id: string, name: string) => Promise<SavedAs>;
  readonly remove: (id: string) => void;
  /** The preset that was removed last, until it's restored. */
  readonly removed: StoredPreset | undefined;
  /** Restores the preset that was removed last. */
  readonly undo: () => void;
}

const stores = new WeakMap<Ledger, Presets>();
const none: readonly StoredPreset[] = [];
const noPresets = () => none;

/** Returns the user's named settings, which are kept in the provider's storage. */
export function usePresets(): UsePresetsResult {
  const { ledger, storage, owner } = useProviderValue();
  const store = useMemo(() => {
    const known = stores.get(ledger) ?? createPresets({ storage, owner });
    stores.set(ledger, known);
    return known;
  }, [ledger, storage, owner]);
  const [last, setLast] = useState<{ readonly from: Presets; readonly preset: StoredPreset }>();
  useEffect(() => void store.refresh(), [store]);
  const presets = useSyncExternalStore(store.subscribe, store.list, noPresets);

  const actions = useStableActions({
    save: store.save,
    rename: store.rename,
    remove: (id: string) => {
      const preset = store.list().find((one) => one.id === id);
      if (!preset) return;
      store.remove(id);
      setLast({ from: store, preset });
    },
    undo: () => {
      if (last?.from === store) void store.restore(last.preset);
      setLast(undefined);
    },
  });
  return { ...actions, presets, removed: last?.from === store ? last.preset : undefined };
}
