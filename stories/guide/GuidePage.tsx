import { Markdown } from "@storybook/addon-docs/blocks";

/** Returns the ID of a page, such as `guide-forms` for `docs/guide/forms.md`. */
export const pageIdOf = (file: string): string =>
  file
    .replace(/\.md$/, "")
    .replace(/^(?:docs\/)?(?!docs\/)(?=[^/]+$)/, "guide/")
    .replace(/^docs\//, "")
    .replace(/\/README$/, "/overview")
    .replaceAll(/[^a-z\d]+/gi, "-")
    .toLowerCase();

/** Resolves a relative link between pages. */
function linkOf(from: string, href: string): string {
  const { host, pathname, hash } = new URL(href, `https://docs.test/${from}`);
  const isPage = host === "docs.test" && pathname.endsWith(".md");
  return isPage ? `?path=/docs/${pageIdOf(pathname.slice(1))}--docs${hash}` : href;
}

interface GuidePageProps {
  /** Path of the Markdown file in the repository. */
  readonly file: string;
  readonly text: string;
}

/** Renders a Markdown page, with links to other Markdown pages changed to links to their Storybook pages. */
export function GuidePage({ file, text }: GuidePageProps) {
  const linked = text.replaceAll(
    /\]\((?!https?:|#)([^)\s]+)\)/g,
    (_, href: string) => `](${linkOf(file, href)})`,
  );
  return <Markdown>{linked}</Markdown>;
}
