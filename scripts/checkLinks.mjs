import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "./install.mjs";

/** Paths in code. Those in the repository's own folders are left out of the package; others are files of the reader's app. */
const mentions =
  /(?<=`[^`\n]*)(?<![\w/])(?:src|test|stories|scripts|bench|examples|\.storybook)(?:\/[\w.-]+)+(?=[^`\n]*`)/g;

/** The id that a heading gets on GitHub and npm. */
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
 * Reads the Markdown files of a folder, and returns a line for each relative link that leads nowhere within it and for each
 * mention of a file that only the repository has.
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
