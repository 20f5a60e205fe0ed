import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "./install.mjs";

/**
 * Matches mentions of paths in folders that only the repository has. Other paths are files in the reader's app.
 */
const mentions =
  /(?<=`[^`\n]*)(?<![\w/])(?:src|test|stories|scripts|bench|examples|\.storybook)(?:\/[\w.-]+)+(?=[^`\n]*`)/g;

/** Returns the ID that GitHub and npm assign to a heading. */
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

const textOf = (page) => readFileSync(page, "utf8").replaceAll(/^```.*?^```/gms, "");

/** Returns a line for each relative link of the pages that leads nowhere or out of the folder. */
export const findBrokenLinks = (folder, pages) =>
  pages.flatMap((page) => {
    const text = textOf(page);
    const links = Array.from(
      text.matchAll(/\]\(<?([^)\s>]+)|^\[[^\]]+\]: *(\S+)/gm),
      (found) => found[1] ?? found[2],
    );
    const broken = links.filter((link) => {
      if (/^[a-z][a-z+.-]*:/i.test(link)) return false;
      const [path, anchor] = link.split("#");
      const target = path ? join(dirname(page), decodeURI(path)) : page;
      if (!target.startsWith(folder) || !existsSync(target)) return true;
      return Boolean(anchor) && !anchorsOf(target).includes(anchor);
    });
    return broken.map((link) => `${relative(folder, page)}: ${link}`);
  });

/** Returns a line for each of the repository's files that the pages mention and the package doesn't have. */
export const findUnshippedFiles = (folder, pages) =>
  pages.flatMap((page) =>
    (textOf(page).match(mentions) ?? [])
      .filter((path) => existsSync(join(root, path)))
      .map((path) => `${relative(folder, page)}: ${path}`),
  );
