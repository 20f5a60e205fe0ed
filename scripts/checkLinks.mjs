// Fails if a Markdown file has a relative link to a missing file or heading.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { findBrokenLinks } from "./findBrokenLinks.mjs";
import { fail, root } from "./install.mjs";

const pagesIn = (folder, options) =>
  readdirSync(join(root, folder), { ...options, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join(root, folder, path));

const pages = [...pagesIn("."), ...pagesIn(".changeset"), ...pagesIn("docs", { recursive: true })];
const broken = findBrokenLinks(root, pages);
if (broken.length > 0) fail(`Broken links:\n${broken.join("\n")}`);
