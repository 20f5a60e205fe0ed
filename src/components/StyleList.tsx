"use client";
import { ToggleGroup } from "radix-ui";
import { forwardRef, useRef, useState } from "react";
import { useEasel } from "../hooks/index.ts";
import type { FieldOption } from "../models/index.ts";
import { searchOptions } from "./fields/fieldOptions.ts";
import { StyleGrid } from "./StyleGrid.tsx";

interface StyleListProps {
  /** The search box's id. */
  readonly id: string;
  readonly label: string;
  readonly options: readonly FieldOption[];
  /** Any text is taken. */
  readonly open: boolean;
  readonly value: string;
  readonly onSelect: (value: string) => void;
  readonly describedBy?: string | undefined;
}

const everything = "all";

/** Search, categories and the grid of styles. */
export const StyleList = forwardRef<HTMLDivElement, StyleListProps>(function StyleList(props, ref) {
  const { id, label, options, open, value, onSelect, describedBy } = props;
  const { labels } = useEasel();
  const words = labels.form;
  const search = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const [category, setCategory] = useState(everything);

  const categories = [...new Set(options.flatMap(({ group }) => group ?? []))];
  // A search goes through everything, a category shows all of itself: never both, so that nothing seems missing.
  const shown = searchOptions(options, query).filter(
    ({ group }) => category === everything || group === category,
  );
  const wanted = query.trim();
  const isListed = options.some(({ value: known }) => String(known) === wanted);

  return (
    <div data-easel="style-list" ref={ref}>
      <div data-easel="style-search">
        <input
          ref={search}
          id={id}
          type="text"
          role="searchbox"
          data-easel="style-search-input"
          aria-label={words.styleSearch}
          aria-controls={`${id}-grid`}
          autoComplete="off"
          placeholder={words.styleSearch}
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setCategory(everything);
          }}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown") return;
            event.preventDefault();
            const grid = document.getElementById(`${id}-grid`);
            grid?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
          }}
        />
        <span data-easel="style-count" role="status">
          {words.styleFound(shown.length)}
        </span>
      </div>
      {categories.length > 1 && (
        <ToggleGroup.Root
          type="single"
          data-easel="style-categories"
          aria-label={words.styleCategories}
          value={category}
          onValueChange={(next) => {
            setCategory(next || everything);
            setQuery("");
          }}
        >
          {[everything, ...categories].map((name) => (
            <ToggleGroup.Item key={name} value={name} data-easel="style-category">
              {name === everything ? words.styleAll : name}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup.Root>
      )}
      {shown.length === 0 && <p data-easel="style-none">{words.styleNone(wanted)}</p>}
      <StyleGrid
        id={`${id}-grid`}
        label={label}
        options={shown}
        value={value}
        onSelect={onSelect}
        unlisted={open && wanted !== "" && !isListed ? wanted : undefined}
        search={search}
        describedBy={describedBy}
      />
    </div>
  );
});
