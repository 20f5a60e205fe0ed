import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Example code: a block on a page, or an `@example` in a doc comment. */
export interface Example {
  /** Location and index as a file name: `README.md.2.tsx`. */
  readonly file: string;
  readonly code: string;
}

const below = (root: string, folder: string, pattern: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => pattern.test(path));

const onPage = (text: string): string[] =>
  Array.from(text.matchAll(/^```tsx?\n(.*?)^```/gms), ([, code = ""]) => code);

const inDocstrings = (text: string): string[] =>
  Array.from(text.matchAll(/^ *\/\*\*(.*?)\*\//gms), ([, docstring = ""]) =>
    docstring
      .replaceAll(/^ *\* ?/gm, "")
      .split(/^(?=@)/m)
      .filter((tag) => tag.startsWith("@example\n"))
      .map((tag) => tag.slice("@example\n".length)),
  ).flat();

export function readExamples(root: string): readonly Example[] {
  const pages = ["README.md", ...below(root, "docs", /\.md$/), ...below(root, "stories", /\.mdx$/)];
  const sources = below(root, "src", /(?<!\.test)\.tsx?$/);
  const read = (path: string, find: (text: string) => string[]): Example[] =>
    find(readFileSync(join(root, path), "utf8")).map((code, index) => ({
      file: `${path.replaceAll("/", ".")}.${index + 1}.${/<\/|\/>/.test(code) ? "tsx" : "ts"}`,
      code,
    }));
  return [
    ...pages.flatMap((path) => read(path, onPage)),
    ...sources.flatMap((path) => read(path, inDocstrings)),
  ];
}
