"use client";
import { useEffect, useRef, type KeyboardEvent, type RefObject } from "react";
import { Popup } from "../../internals/Popup.tsx";
import { useParts } from "../../internals/useParts.ts";

interface RecentTextsMenuProps {
  readonly label: string;
  readonly texts: readonly string[];
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onChoose: (text: string) => void;
  readonly onClose: () => void;
  readonly onLeave: () => void;
}

const steps: Readonly<Partial<Record<string, (at: number, count: number) => number>>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

export function RecentTextsMenu(props: RecentTextsMenuProps) {
  const part = useParts();
  const { label, texts, anchor, onChoose, onClose, onLeave } = props;
  const menu = useRef<HTMLUListElement>(null);
  const items = () => Array.from(menu.current?.querySelectorAll<HTMLElement>("button") ?? []);
  useEffect(() => menu.current?.querySelector("button")?.focus({ preventScroll: true }), []);

  function handleKeyDown(event: KeyboardEvent): void {
    const all = items();
    const at = all.findIndex((item) => item === document.activeElement);
    const next = steps[event.key]?.(at, all.length);
    if (next === undefined && event.key !== "Escape" && event.key !== "Tab") return;
    event.preventDefault();
    if (next === undefined) onClose();
    else all[next]?.focus();
  }

  return (
    <Popup anchor={anchor} {...part("recent-texts", "popup")} onLeave={onLeave}>
      <ul
        ref={menu}
        {...part("recent-texts-list", "scroll")}
        role="menu"
        aria-label={label}
        onKeyDown={handleKeyDown}
      >
        {texts.map((text) => (
          <li key={text} role="none">
            <button
              role="menuitem"
              tabIndex={-1}
              {...part("recent-text", "button-bare")}
              dir="auto"
              onClick={() => {
                onChoose(text);
                onClose();
              }}
            >
              <span {...part("recent-text-words", "clamped")}>{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </Popup>
  );
}
