"use client";
import { useEasel } from "../../hooks/useEasel.ts";
import { tray } from "../../labels/en/tray.ts";
import { usePartLabels } from "../internals/usePartLabels.ts";
import type { TrayLabels } from "./trayEntry.ts";

export function useTrayLabels(): TrayLabels {
  const { result } = useEasel().labels;
  return { tray: usePartLabels("tray", tray), result };
}
