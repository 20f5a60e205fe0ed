"use client";
import { useEasel } from "../../hooks/useEasel.ts";
import type { Labels } from "../../labels/en/en.ts";
import { shortcuts } from "../../labels/en/shortcuts.ts";
import { usePartLabels } from "../internals/usePartLabels.ts";
import { useParts } from "../internals/useParts.ts";
import { StudioDialog } from "./StudioDialog.tsx";

/** Keyboard shortcuts. `Mod` is ⌘ on Apple devices and Ctrl on other devices. */
const rows = [
  ["generate", ["Mod", "Enter"]],
  ["moreWeight", ["Mod", "↑"]],
  ["lessWeight", ["Mod", "↓"]],
  ["shortcuts", ["Mod", "/"]],
  ["compare", ["Shift", "Enter"]],
  ["nextImage", ["←", "→"]],
  ["zoom", ["+", "−", "0"]],
  ["selectAll", ["Mod", "A"]],
  ["deleteJobs", ["Delete"]],
  ["undo", ["Mod", "Z"]],
  ["close", ["Esc"]],
] as const;

const printed = (key: string, names: Labels["studio"]["keys"]): string => {
  if (key === "Mod") return isMac() ? "⌘" : names.Ctrl;
  return names[key as keyof typeof names] ?? key;
};

const isMac = () => /mac|iphone|ipad/i.test(navigator.platform);

export function StudioShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const part = useParts();
  const labels = useEasel().labels.studio;
  const actions = usePartLabels("shortcuts", shortcuts);
  return (
    <StudioDialog name="shortcuts" title={labels.shortcuts} onClose={onClose}>
      <dl {...part("studio-shortcuts", "stack")}>
        {rows.map(([name, keys]) => (
          <div key={name} {...part("studio-shortcut")}>
            <dt {...part("studio-keys", "line")} dir="ltr">
              {keys.map((key) => (
                <kbd key={key} {...part("studio-key")}>
                  {printed(key, labels.keys)}
                </kbd>
              ))}
            </dt>
            <dd {...part("studio-shortcut-words")}>{actions[name]}</dd>
          </div>
        ))}
      </dl>
    </StudioDialog>
  );
}
