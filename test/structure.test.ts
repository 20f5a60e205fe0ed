import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import pkg from "../package.json" with { type: "json" };

const root = fileURLToPath(new URL("..", import.meta.url));

const filesOf = (folder: string, pattern = /\.tsx?$/): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => pattern.test(path));

const textOf = (path: string): string => readFileSync(join(root, path), "utf8");

const importsOf = (path: string): string[] =>
  Array.from(textOf(path).matchAll(/(?:\bfrom|\bimport) ?\(?"([^"]+)"/g), ([, name = ""]) => name);

/** Returns the repository's files that a file imports, relative to the root. */
const ownImportsOf = (path: string): string[] =>
  importsOf(path)
    .filter((name) => name.startsWith("."))
    .map((name) => join(dirname(path), name));

const all = filesOf("src");
const isTest = (path: string) => /\.test(-d)?\.tsx?$/.test(path);
const sources = all.filter((path) => !isTest(path));

const folderOf = (path: string): string => path.split("/")[1] ?? "";

const arrows: Record<string, readonly string[]> = {
  protocol: [],
  polling: ["protocol"],
  models: ["protocol"],
  client: ["models", "polling", "protocol"],
  ledger: ["models", "polling", "protocol"],
  images: ["client", "protocol"],
  labels: ["images", "models", "protocol"],
  runtime: ["client", "labels", "ledger", "models", "polling", "protocol"],
  hooks: ["client", "images", "labels", "ledger", "models", "polling", "protocol", "runtime"],
  components: [
    "client",
    "hooks",
    "images",
    "labels",
    "ledger",
    "models",
    "polling",
    "protocol",
    "runtime",
  ],
  server: ["models", "polling", "protocol"],
  // `createSandboxHandler` combines the host's handler with the sandbox.
  sandbox: ["images", "models", "protocol", "server"],
  testing: ["client", "hooks", "labels", "models", "protocol", "runtime", "sandbox", "server"],
  styles: [],
};

test("arrows between folders point one way", () => {
  const wrong = sources.flatMap((path) => {
    const own = folderOf(path);
    const allowed = arrows[own];
    if (own === "exports") return [];
    return ownImportsOf(path)
      .filter((to) => folderOf(to) !== own && !allowed?.includes(folderOf(to)))
      .map((to) => `${path} -> ${to}`);
  });
  expect(wrong).toEqual([]);
});

/** Returns the cycles in a graph whose edges are given by `nextOf`. */
function cyclesOf(nodes: Iterable<string>, nextOf: (node: string) => Iterable<string>): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (node: string, trail: readonly string[]): void => {
    if (trail.includes(node)) cycles.push([...trail.slice(trail.indexOf(node)), node].join(" -> "));
    if (trail.includes(node) || done.has(node)) return;
    for (const next of nextOf(node)) visit(next, [...trail, node]);
    done.add(node);
  };
  for (const node of nodes) visit(node, []);
  return cycles;
}

test("no file imports itself through others", () => {
  expect(cyclesOf(sources, ownImportsOf)).toEqual([]);
});

/** `depth` is the number of path segments: 3 treats a family such as `src/components/fields` as one folder. */
test.each([3, 9])("no two folders import each other, %i segments deep", (depth) => {
  const folderAt = (path: string) => dirname(path).split("/").slice(0, depth).join("/");
  const folders = new Map<string, Set<string>>();
  for (const path of sources) {
    const own = folderAt(path);
    const others = folders.get(own) ?? new Set();
    folders.set(own, others);
    for (const to of ownImportsOf(path)) if (folderAt(to) !== own) others.add(folderAt(to));
  }
  const nextOf = (folder: string) => folders.get(folder) ?? [];
  expect(cyclesOf(folders.keys(), nextOf)).toEqual([]);
});

test("routes and parts of the server pick what they use from its core", () => {
  const whole = sources.filter((path) => {
    const text = textOf(path)
      .replaceAll(/^import [^;]*;$/gm, "")
      .replaceAll(/\bPick<\s*HandlerCore,/g, "");
    return /\b(HandlerCore|typeof createCore)\b/.test(text);
  });
  expect(whole.toSorted()).toEqual([
    "src/server/core/createCore.ts",
    "src/server/handler/createHandler.ts",
    "src/server/handler/createRoutes.ts",
  ]);
});

test("there is no drawer for odds and ends", () => {
  const drawers = all.filter((path) => /\/(utils?|types|helpers?|common)(\/|\.)/.test(path));
  expect(drawers).toEqual([]);
});

const nameOf = (path: string): string => basename(path).replace(/\.tsx?$/, "");

test("a file of components is named like a component, any other like what it exports", () => {
  const wrong = sources.filter((path) => {
    const name = nameOf(path);
    return path.endsWith(".tsx")
      ? !/^[A-Z]\w+$/.test(name)
      : !/^([a-z]\w+|EaselError|\w+Context)$/.test(name);
  });
  expect(wrong).toEqual([]);
});

test("lazy code is named lazy, not later", () => {
  const named = sources.filter((path) => /\b[a-z]\w*Later\b/.test(textOf(path)));
  expect(named).toEqual([]);
});

test("addresses are parsed by parseUrl, because URL.canParse fails in Node 20 and 22", () => {
  const wrong = sources.filter(
    (path) => /src\/(server|sandbox)\//.test(path) && textOf(path).includes("URL.canParse("),
  );
  expect(wrong).toEqual([]);
});

test("no signal on the server is made by AbortSignal.any, which lets go of a timeout in Node 20", () => {
  const wrong = sources.filter(
    (path) => /src\/(server|sandbox)\//.test(path) && textOf(path).includes("AbortSignal.any("),
  );
  expect(wrong).toEqual([]);
});

/** Returns exported declarations' names with their files. */
function declarationsOf(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const pattern =
    /^export (?:declare )?(?:async )?(?:function\*?|const|class|interface|type|enum) (\w+)/gm;
  for (const path of paths) {
    const names = new Set(Array.from(textOf(path).matchAll(pattern), ([, name = ""]) => name));
    for (const name of names) found.set(name, [...(found.get(name) ?? []), path]);
  }
  return found;
}

test("no name is declared and exported twice", () => {
  const declarations = declarationsOf(
    sources.filter((path) => !/^src\/(exports|labels\/\w+)\//.test(path)),
  );
  expect(declarations.size).toBeGreaterThan(1_000);
  expect([...declarations].filter(([, paths]) => paths.length > 1)).toEqual([]);
});

test("nothing is exported by default", () => {
  expect(sources.filter((path) => /^export default/m.test(textOf(path)))).toEqual([]);
});

test("what uses React's state runs in the browser, and says so", () => {
  const wrong = sources.filter((path) => {
    const usesHooks = /\buse[A-Z]\w*\(/.test(textOf(path)) && /hooks|components/.test(path);
    return usesHooks && !textOf(path).startsWith('"use client";');
  });
  expect(wrong).toEqual([]);
});

test("server and sandbox never ask for a browser's directive", () => {
  const wrong = sources.filter(
    (path) =>
      /src\/(server|sandbox|models|protocol)\//.test(path) && textOf(path).includes('"use client"'),
  );
  expect(wrong).toEqual([]);
});

test("a language can be read on a server, and brings no other along", () => {
  const languages = sources.filter((path) => /^src\/labels\/\w+\/\w+\.ts$/.test(path));
  expect(languages.length).toBeGreaterThan(5);
  const wrong = languages.flatMap((path) => {
    const values = Array.from(
      textOf(path).matchAll(/^(?:import|export) (?!type )[^;]*?from "([^"]+)"/gm),
      ([, name = ""]) => join(dirname(path), name),
    );
    return values
      .filter(
        (to) => dirname(to) !== dirname(path) && /^src\/(labels\/\w+|hooks|components)\//.test(to),
      )
      .map((to) => `${path} -> ${to}`);
  });
  expect(wrong).toEqual([]);
});

test("what is drawn is named by part(), so that an app can dress it", () => {
  const raw = sources.filter(
    (path) => /^src\/components\/.*\.tsx$/.test(path) && textOf(path).includes("data-easel="),
  );
  expect(raw).toEqual(["src/components/image-result/ImageResultImage.tsx"]);
});

const hooks = sources.filter((path) => /^src\/hooks\/use\w+\.ts$/.test(path));
const stories = filesOf("stories").map(textOf).join("\n");
const tests = [...all.filter(isTest), ...filesOf("test")].map(textOf).join("\n");

/** Hooks that only other hooks use, so they aren't exported. */
const inner = new Set([
  "useFuzzySearch",
  "useGenerateCallbacks",
  "useLedgerJobs",
  "useModelLabels",
  "useRemoveJob",
  "useSelection",
  "useStableActions",
  "useTimeUntil",
]);

test("every page of the docs is in Storybook", () => {
  const pages = filesOf("docs", /\.md$/).filter((path) => path !== "docs/polling.md");
  const shown = new Set(
    filesOf("stories", /\.mdx$/).map((path) => /file="([^"]+)"/.exec(textOf(path))?.[1]),
  );
  expect(pages.filter((path) => !shown.has(path))).toEqual([]);
});

test("every hook is exported and tested", () => {
  const names = hooks.map(nameOf).filter((name) => !inner.has(name));
  const entry = textOf("src/exports/index.ts");
  expect(names.filter((name) => !entry.includes(name))).toEqual([]);
  expect(names.filter((name) => !tests.includes(name))).toEqual([]);
});

/** Returns the names of the components and the component namespaces that an index exports. */
const valuesOf = (index: string): string[] =>
  Array.from(textOf(index).matchAll(/export (?:\{([^}]*)\}|\* as (\w+))/g), ([, list, namespace]) =>
    (namespace ?? list ?? "").split(",").map((name) => name.trim()),
  )
    .flat()
    .filter((name) => /^[A-Z]/.test(name));

test("every public component is tested and in a story", () => {
  const names = valuesOf("src/exports/index.ts");
  expect(names).toContain("PromptForm");
  expect(names.filter((name) => !tests.includes(name))).toEqual([]);
  expect(names.filter((name) => !stories.includes(name))).toEqual([]);
});

/** Lazy code of every page. Tests preload it so that they don't have to wait for it. */
const lazyCode = new Set([
  "src/client/createHostClient.ts",
  "src/models/recipes/recipes.ts",
  "src/runtime/watch.ts",
]);

test("stories and tests import what a user can import", () => {
  const outside = [...filesOf("stories"), ...filesOf("test"), ...filesOf(".storybook")];
  const wrong = outside.flatMap((path) =>
    ownImportsOf(path)
      .filter((to) => to.startsWith("src/") && !lazyCode.has(to))
      .map((to) => `${path} -> ${relative(root, to)}`),
  );
  expect(wrong).toEqual([]);
});

test("each entry of the package has its source", () => {
  const built = Object.values(pkg.exports)
    .map((entry) => (typeof entry === "string" ? entry : entry.default))
    .filter((path) => path.endsWith(".js"))
    .map((path) => path.replace("./dist", "src").replace(/\.js$/, ".ts"));
  expect(built.length).toBeGreaterThan(5);
  expect(built.filter((path) => !all.includes(path))).toEqual([]);
});
