import { Markdown } from "@storybook/addon-docs/blocks";
import { useDeferredValue, useMemo, useState } from "react";
import { createSearch, type Section } from "./createSearch.ts";

const texts = import.meta.glob<string>(["../../docs/**/*.md", "../../SECURITY.md"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const pages = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [path.replaceAll("../", ""), text]),
);

const mostText = 160;

/** Returns text around the first word of the query. */
function excerptOf(text: string, query: string): string {
  const [word = ""] = query.toLowerCase().split(/\s/);
  const start = Math.max(0, text.toLowerCase().indexOf(word) - mostText / 2);
  const end = start + mostText;
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}

const lineOf = ({ id, page, heading, text }: Section, query: string) => {
  const title = [page, heading]
    .filter(Boolean)
    .join(" › ")
    .replaceAll(/[[\]<>]/g, "\\$&");
  const excerpt = excerptOf(text, query).replaceAll(/[<>[\]_{}]/g, "\\$&");
  return `- [${title}](${id})  \n  ${excerpt}`;
};

/** Searches the guide and the reference. */
export function DocsSearch() {
  const [typed, setTyped] = useState("");
  const query = useDeferredValue(typed.trim());
  const search = useMemo(() => createSearch(pages), []);
  const found = query === "" ? [] : search(query);
  return (
    <>
      <input
        type="search"
        aria-label="Search the guide and the reference"
        placeholder="Search the guide and the reference"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        style={{
          font: "inherit",
          padding: "0.5rem 0.75rem",
          inlineSize: "100%",
          boxSizing: "border-box",
        }}
      />
      <div role="status">
        {query !== "" && found.length === 0 && <p>No matches. Try fewer or other words.</p>}
      </div>
      {found.length > 0 && (
        <Markdown>{found.map((section) => lineOf(section, query)).join("\n")}</Markdown>
      )}
    </>
  );
}
