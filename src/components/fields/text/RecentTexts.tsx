"use client";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { useRecentTexts } from "../../../hooks/useRecentTexts.ts";
import type { FieldDescriptor } from "../../../models/describeFields.ts";
import { Popup } from "../../internals/Popup.tsx";
import { useParts } from "../../internals/useParts.ts";

interface RecentTextsProps {
  readonly descriptor: FieldDescriptor;
  readonly onChoose: (text: string) => void;
  readonly onClose: () => void;
}

const steps: Readonly<Partial<Record<string, (at: number, count: number) => number>>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

export function RecentTexts({ descriptor, onChoose, onClose }: RecentTextsProps) {
  const part = useParts();
  const { labels } = useEasel();
  const texts = useRecentTexts(descriptor.name);
  const foot = useRef<HTMLElement | null>(null);
  const menu = useRef<HTMLUListElement>(null);
  const [open, setOpen] = useState(false);
  const name = labels.prompt.recentOf(descriptor.label);

  const items = () => Array.from(menu.current?.querySelectorAll<HTMLElement>("button") ?? []);
  useEffect(() => {
    if (open) menu.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [open]);
  if (texts.length === 0) return null;

  function close(): void {
    setOpen(false);
    onClose();
  }

  function handleKeyDown(event: KeyboardEvent): void {
    const all = items();
    const at = all.findIndex((item) => item === document.activeElement);
    const next = steps[event.key]?.(at, all.length);
    if (next === undefined && event.key !== "Escape" && event.key !== "Tab") return;
    event.preventDefault();
    if (next === undefined) close();
    else all[next]?.focus();
  }

  return (
    <>
      <button
        ref={(element) => {
          foot.current = element?.parentElement ?? null;
        }}
        {...part("recent-texts-trigger", "button-bare")}
        data-state={open ? "open" : "closed"}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {labels.prompt.recent}
      </button>
      {open && (
        <Popup anchor={foot} {...part("recent-texts", "popup")} onLeave={() => setOpen(false)}>
          <ul
            ref={menu}
            {...part("recent-texts-list", "scroll")}
            role="menu"
            aria-label={name}
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
                    close();
                  }}
                >
                  <span {...part("recent-text-words", "clamped")}>{text}</span>
                </button>
              </li>
            ))}
          </ul>
        </Popup>
      )}
    </>
  );
}
