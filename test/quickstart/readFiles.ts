import { readFileSync } from "node:fs";

export type Files = Readonly<Record<string, string>>;

/** Returns the code blocks below a heading. Each block's first line is a comment with the file's path. */
export function readFiles(page: string, heading: string): Files {
  const [, section = ""] = readFileSync(page, "utf8").split(`\n## ${heading}\n`);
  const [own = ""] = section.split(/^## /m);
  const blocks = Array.from(
    own.matchAll(/^```(?:[jt]sx?)\n\/\/ (\S+)\n(.*?)^```/gms),
    ([, path = "", code = ""]) => [path, code] as const,
  );
  if (blocks.length === 0) throw new Error(`${page} has no files below the heading "${heading}".`);
  return Object.fromEntries(blocks);
}
