"use client";
import {
  startTransition,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import type { FieldOption } from "../../../models/describeField.ts";
import { useParts } from "../../internals/useParts.ts";
import { groupOptions } from "../fieldOptions.ts";
import { moveInGrid } from "./moveInGrid.ts";
import type { PreviewSources } from "./StylePreview.tsx";
import { StyleTile } from "./StyleTile.tsx";

export interface StyleGridProps extends PreviewSources {
  readonly id: string;
  readonly label: string;
  readonly options: readonly FieldOption[];
  readonly value: string;
  readonly onSelect: (value: string) => void;
  readonly unlisted: string | undefined;
  /** Value that Enter in the search box selects. */
  readonly active: string | undefined;
  readonly activeId: string;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly headings: boolean;
  readonly favorites: readonly string[];
  readonly describedBy?: string | undefined;
  readonly inSight: number;
}

const tileOf = (target: EventTarget): HTMLElement | null =>
  (target as HTMLElement).closest<HTMLElement>('[role="option"]');

function useAfterPaint(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted(true)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isPainted;
}

export function StyleGrid(props: StyleGridProps) {
  const part = useParts();
  const { id, label, options, value, onSelect, unlisted, active, activeId, search } = props;
  const { headings, favorites, renderPreview, previews, describedBy, inSight } = props;
  const { labels } = useEasel();
  const grid = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string>();

  const values = options.map((option) => String(option.value));
  const isPainted = useAfterPaint();
  const far = values.indexOf(value) + 12;
  const drawn = isPainted ? options : options.slice(0, Math.max(inSight, far));
  const favorite = new Set(favorites);
  const listed = [focused, value].find((one) => one !== undefined && values.includes(one));
  const stop = listed ?? values[0] ?? unlisted ?? "";

  useEffect(() => {
    const box = grid.current;
    const chosen = box?.querySelector('[aria-selected="true"]');
    if (!box || !chosen || typeof ResizeObserver === "undefined") return undefined;
    // Measures after the first layout, because measuring earlier would force an extra layout.
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      const [outer, inner] = [box.getBoundingClientRect(), chosen.getBoundingClientRect()];
      if (inner.bottom > outer.bottom) {
        box.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
      }
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  function handleKeyDown(event: KeyboardEvent): void {
    const tiles = [...(grid.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
    const from = tiles.findIndex((tile) => tile === tileOf(event.target));
    const rightToLeft = grid.current !== null && getComputedStyle(grid.current).direction === "rtl";
    const places = tiles.map((tile) => tile.getBoundingClientRect());
    const to = moveInGrid(event.key, from, places, rightToLeft);
    if (to !== undefined) {
      event.preventDefault();
      if (to < 0) search.current?.focus();
      else tiles[to]?.focus();
    } else if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey) {
      search.current?.focus();
    }
  }

  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tiles are native buttons
    <div
      {...part("style-grid", "scroll")}
      role="listbox"
      id={id}
      data-pictured={(renderPreview ?? previews) && ""}
      aria-label={label}
      aria-describedby={describedBy}
      ref={grid}
      tabIndex={-1}
      onClick={({ target }) => {
        const chosen = tileOf(target)?.dataset["value"];
        if (chosen !== undefined) onSelect(chosen);
      }}
      onKeyDown={handleKeyDown}
      onFocus={(event) => setFocused(tileOf(event.target)?.dataset["value"])}
    >
      {(headings ? groupOptions(drawn) : [[undefined, drawn] as const]).map(([heading, group]) => (
        <div
          key={heading ?? ""}
          {...part("style-group", "stack")}
          role={heading === undefined ? "presentation" : "group"}
          aria-label={heading}
        >
          {heading !== undefined && (
            <p {...part("style-heading", "caption")} aria-hidden>
              {heading}
            </p>
          )}
          {group.map((option) => (
            <StyleTile
              key={option.value}
              option={option}
              selected={String(option.value) === value}
              favorite={favorite.has(String(option.value)) ? labels.form.favorite : undefined}
              renderPreview={renderPreview}
              previews={previews}
              activeId={String(option.value) === active ? activeId : undefined}
              focusable={String(option.value) === stop}
            />
          ))}
        </div>
      ))}
      {unlisted !== undefined && (
        <button
          {...part("style-unlisted", "button-bare")}
          id={unlisted === active ? activeId : undefined}
          data-active={unlisted === active ? "" : undefined}
          data-value={unlisted}
          role="option"
          aria-selected={unlisted === value}
          tabIndex={stop === unlisted ? 0 : -1}
        >
          {labels.form.customStyle(unlisted)}
        </button>
      )}
    </div>
  );
}
