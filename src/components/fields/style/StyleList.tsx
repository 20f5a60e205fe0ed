"use client";
import { useRef, useState, type KeyboardEvent } from "react";
import { useEasel } from "../../../hooks/useEasel.ts";
import { useParts } from "../../internals/useParts.ts";
import { findOption, searchOptions, type FieldOptions } from "../fieldOptions.ts";
import { StyleGrid, type StyleGridProps } from "./StyleGrid.tsx";
import { useCloseOptions } from "./useCloseOptions.ts";

type GridState = "unlisted" | "active" | "activeId" | "search" | "headings";

export interface StyleListProps extends Omit<StyleGridProps, GridState> {
  readonly open: boolean;
  /** Values of recently used styles, newest first. */
  readonly recents: readonly string[];
}

interface Shelf {
  readonly id: string;
  readonly label: string;
  readonly options: FieldOptions;
}

const everything = "all";
const own = new Set(["favorites", "recents"]);

export function StyleList(props: StyleListProps) {
  const part = useParts();
  const { id, options, open, recents, describedBy, ...grid } = props;
  const text = useEasel().labels.form;
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const [shelf, setShelf] = useState(everything);

  const named = (values: readonly string[]) =>
    values.flatMap((one) => findOption(options, one) ?? []);
  const categories = [...new Set(options.flatMap(({ group }) => group ?? []))];
  const shelves: readonly Shelf[] = [
    { id: everything, label: text.styleAll, options },
    { id: "favorites", label: text.favorites, options: named(grid.favorites) },
    { id: "recents", label: text.recent, options: named(recents) },
    ...categories.map((name) => ({
      id: `category ${name}`,
      label: name,
      options: options.filter(({ group }) => group === name),
    })),
  ].filter((one) => one.options.length > 0);
  const current = shelves.find((one) => one.id === shelf) ?? shelves[0];

  const wanted = query.trim();
  const found = wanted === "" ? (current?.options ?? []) : searchOptions(options, wanted);
  const close = useCloseOptions(options, found.length === 0 ? wanted : "");
  const shown = found.length > 0 ? found : (close ?? []);
  const isListed = findOption(options, wanted) !== undefined;
  const unlisted = open && wanted !== "" && !isListed ? wanted : undefined;
  // Nothing is active while the search code loads, so that Enter selects only what the user sees.
  const first = shown[0] ? String(shown[0].value) : close && unlisted;
  const active = wanted === "" ? undefined : first;
  const hasNote = grid.previews?.areIllustrations === true && !grid.renderPreview;
  const noteId = hasNote ? `${id}-note` : undefined;

  function handleKeyDown(event: KeyboardEvent): void {
    const { key } = event;
    if ((key !== "ArrowDown" && key !== "Enter") || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey) return;
    // Enter would otherwise submit the form.
    event.preventDefault();
    if (key === "Enter" && active !== undefined) grid.onSelect(active);
    if (key === "Enter") return;
    const tiles = document.getElementById(`${id}-grid`);
    tiles?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  function show(nextQuery: string, nextShelf: string): void {
    const [box, tiles] = [list.current, document.getElementById(`${id}-grid`)];
    // Keeps the list's height, because a popup above its field would move while the user types.
    if (box) box.style.blockSize ||= `${box.offsetHeight}px`;
    if (tiles) tiles.scrollTop = 0;
    setQuery(nextQuery);
    setShelf(nextShelf);
  }

  return (
    <div {...part("style-list")} ref={list}>
      <div {...part("style-search", "overlay")}>
        <input
          ref={search}
          id={id}
          type="text"
          role="searchbox"
          {...part("style-search-input", "input")}
          aria-label={text.styleSearch}
          aria-controls={`${id}-grid`}
          aria-activedescendant={active === undefined ? undefined : `${id}-active`}
          autoComplete="off"
          placeholder={text.styleSearch}
          spellCheck={false}
          value={query}
          onChange={(event) => show(event.target.value, everything)}
          onKeyDown={handleKeyDown}
        />
        <span {...part("style-count", "figures")} role="status">
          {text.styleCount(shown.length)}
        </span>
      </div>
      {shelves.length > 1 && (
        <div
          {...part("style-categories", "scroll")}
          role="radiogroup"
          aria-label={text.styleCategories}
        >
          {shelves.map((one) => (
            <label key={one.id} {...part("style-category", "caption")} data-shelf={one.id}>
              <input
                type="radio"
                name={`${id}-category`}
                checked={one === current}
                onChange={() => show("", one.id)}
              />
              {one.label}
            </label>
          ))}
        </div>
      )}
      {found.length === 0 && (
        <p {...part("style-none")}>
          {shown.length > 0 ? text.similarStyles(wanted) : text.noStyle(wanted)}
        </p>
      )}
      <StyleGrid
        {...grid}
        id={`${id}-grid`}
        options={shown}
        unlisted={unlisted}
        active={active}
        activeId={`${id}-active`}
        describedBy={[describedBy, noteId].filter(Boolean).join(" ") || undefined}
        search={search}
        // Favorites and recent styles aren't sorted by category, so they have no category headings.
        headings={wanted !== "" || !own.has(current?.id ?? "")}
      />
      {hasNote && (
        <p {...part("style-note", "caption")} id={noteId}>
          {text.styleIllustrations}
        </p>
      )}
    </div>
  );
}
