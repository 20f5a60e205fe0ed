import MiniSearch from "minisearch";
import { pageIdOf } from "../guide/GuidePage.tsx";

export interface Section {
  /** Link within Storybook. */
  readonly id: string;
  readonly page: string;
  /** Empty for the text before a page's first heading. */
  readonly heading: string;
  readonly text: string;
}

/** Returns the ID that Storybook gives a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");

const plain = (markdown: string) =>
  markdown
    .replaceAll(/<!--.*?-->|```\w*|[`*|\\]|^#+ |-{3,}/gm, "")
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replaceAll(/\s+/g, " ")
    .trim();

/** Splits a Markdown page at its headings. A `#` in a code block is none. */
function sectionsOf(file: string, markdown: string): readonly Section[] {
  const [page = "", ...parts] = markdown
    .split(/(^```[^]*?^```)/m)
    .map((part) => (part.startsWith("```") ? part : part.replaceAll(/^#{1,4} /gm, "\0$&")))
    .join("")
    .split("\0")
    .filter(Boolean)
    .flatMap((part, index) => (index === 0 ? [plain(part.split("\n", 1)[0] ?? ""), part] : [part]));
  return parts.map((part, index) => {
    const heading = index === 0 ? "" : plain(part.split("\n", 1)[0] ?? "");
    const path = `?path=/docs/${pageIdOf(file)}--docs`;
    const text = plain(part.replace(/^.*\n/, ""));
    return { id: heading ? `${path}#${anchorOf(heading)}` : path, page, heading, text };
  });
}

/** Indexes Markdown pages by section. */
export function createSearch(pages: Readonly<Record<string, string>>) {
  const sections = Object.entries(pages).flatMap(([file, text]) => sectionsOf(file, text));
  const byId = new Map(sections.map((section) => [section.id, section]));
  const index = new MiniSearch<Section>({
    fields: ["page", "heading", "text"],
    // Keeps error codes whole.
    tokenize: (text) => text.split(/[^\p{L}\p{N}_]+/u).filter(Boolean),
    searchOptions: {
      boost: { page: 2, heading: 4 },
      prefix: true,
      fuzzy: 0.15,
      combineWith: "AND",
    },
  });
  index.addAll([...byId.values()]);
  return (query: string): readonly Section[] =>
    index
      .search(query)
      .flatMap(({ id }) => byId.get(id as string) ?? [])
      .slice(0, 20);
}
