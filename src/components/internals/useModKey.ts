"use client";
import { useSyncExternalStore } from "react";
import { useEasel } from "../../hooks/useEasel.ts";

const unsubscribe = () => {};
const subscribe = () => unsubscribe;

const isApple = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

/** Returns "⌘" on Apple devices, and the label of the Ctrl key on others. Undefined in server-rendered HTML. */
export function useModKey(): string | undefined {
  const { Ctrl } = useEasel().labels.studio.keys;
  const apple = useSyncExternalStore(subscribe, isApple, () => undefined);
  return apple === undefined ? undefined : apple ? "⌘" : Ctrl;
}
