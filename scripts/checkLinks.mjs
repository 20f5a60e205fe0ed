import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "./install.mjs";

/**
 * Paths in code. Only the repository's folders are missing from the package; other paths are files of the reader's app.
 */
const mentions =
  /(?<=`[^`\n]*)(?<![\w/])(?:src|test|stories|scripts|bench|examples|\.storybook)(?:\/[\w.-]+)+(?=[^`\n]*`)/g;

/** Returns the id that GitHub and npm give a heading. */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");

const anchorsOf = (page) =>
  Array.from(readFileSync(page, "utf8").matchAll(/^#+ (.*)$/gm), ([, heading]) =>
    anchorOf(heading),
  );

/**
 * Checks a folder's Markdown files, and returns a line for each broken relative link and each mention of a file outside
 * the package.
 */
export function checkLinks(folder) {
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.mdx?$/.test(path))
    .map((path) => join(folder, path));
  return pages.flatMap((page) => {
    const text = readFileSync(page, "utf8").replaceAll(/^```.*?^```/gms, "");
    const links = Array.from(
      text.matchAll(/\]\(<?([^)\s>]+)|^\[[^\]]+\]: *(\S+)/gm),
      (found) => found[1] ?? found[2],
    );
    const dead = links.filter((link) => {
      if (/^[a-z][a-z+.-]*:/i.test(link)) return false;
      const [path, anchor] = link.split("#");
      const target = path ? join(dirname(page), decodeURI(path)) : page;
      if (!target.startsWith(folder) || !existsSync(target)) return true;
      return Boolean(anchor) && !anchorsOf(target).includes(anchor);
    });
    const mentioned = (text.match(mentions) ?? []).filter((path) => existsSync(join(root, path)));
    return [...dead, ...mentioned].map((what) => `${relative(folder, page)}: ${what}`);
  });
}
