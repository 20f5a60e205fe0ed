// Builds apps that use the packed package with Vite and Next, and serves all of them on one port.
//
//   node scripts/apps.mjs 6309      after `npm run build` and `npm run check:package`
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import tailwind from "@tailwindcss/vite";
import { build, preview } from "vite";
import { nextHosts, plainHosts, tailwindHosts, utilities } from "../test/apps/hosts.mjs";
import { ensureInstalled, root, run } from "./install.mjs";

const port = Number(process.argv[2] ?? "3000");
const sources = join(root, "test/apps");
const outDir = join(root, "node_modules/.cache/apps");
// Next is installed in test/next, so that apps below that folder can resolve it.
const nextHome = join(root, "test/next");

function createApp(folder, files) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(
    join(root, "node_modules/.cache/outside/node_modules/react-easel"),
    join(folder, "node_modules/react-easel"),
    { recursive: true },
  );
  for (const name of ["Page.tsx", "elements.css", "inherited.css"]) {
    cpSync(join(sources, name), join(folder, name));
  }
  const classes = `@source inline("{${utilities.split(" ").join(",")}}");\n`;
  const all = {
    "tailwind.css": `@import "tailwindcss" source(none);\n${classes}`,
    "import.css": `@import "tailwindcss" source(none);\n@import "react-easel/styles.css";\n${classes}`,
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const importsOf = (styles = [], to = ".") =>
  styles.map((path) => `import "${path.replace(/^\.(?=\/)/, to)}";\n`).join("");

const pageOf = ({ className = "" }) => `<Page className="${className}" />`;

/** Builds a Vite app with a page for each host. `overrides` are Vite options. */
async function buildVite(name, hosts, overrides = {}) {
  const folder = join(sources, "built", name);
  const pages = Object.entries(hosts).map(([host, options]) => ({
    [`${host}.html`]: `<!doctype html><html lang="en"><body><div id="root"></div><script type="module" src="./${host}.tsx"></script></body></html>`,
    [`${host}.tsx`]: `${importsOf(options.styles)}import { createRoot } from "react-dom/client";
import { Page } from "./Page.tsx";
createRoot(document.getElementById("root")!).render(${pageOf(options)});
`,
  }));
  createApp(folder, Object.assign({}, ...pages));
  await build({
    root: folder,
    base: `/${name}/`,
    configFile: false,
    // Hides Rolldown's warnings about each "use client" in the package.
    logLevel: "error",
    oxc: { jsx: { runtime: "automatic" } },
    ...overrides,
    build: {
      outDir: join(outDir, name),
      rolldownOptions: { input: Object.keys(hosts).map((host) => join(folder, `${host}.html`)) },
      ...overrides.build,
    },
  });
}

/** Builds a Next app with a root layout for each host. */
function buildNext(name, hosts) {
  const folder = join(nextHome, name);
  const pages = Object.entries(hosts).map(([host, options]) => {
    const { styles, page, theme } = options;
    const children = theme
      ? `<Themes attribute="${theme}" defaultTheme="system">{children}</Themes>`
      : "{children}";
    return {
      [`app/${host}/layout.tsx`]: `${importsOf(styles, "../..")}import { Themes } from "../../Themes";
export default function Layout({ children }) {
  return <html lang="en" suppressHydrationWarning><body><div id="root">${children}</div></body></html>;
}
`,
      [`app/${host}/page.tsx`]: `${importsOf(page, "../..")}import { Page } from "../../Page";
export default () => ${pageOf(options)};
`,
    };
  });
  createApp(folder, {
    "Themes.tsx": '"use client";\nexport { ThemeProvider as Themes } from "next-themes";\n',
    "postcss.config.mjs": 'export default { plugins: { "@tailwindcss/postcss": {} } };\n',
    "next.config.mjs": `export default ${JSON.stringify({
      output: "export",
      basePath: `/${name}`,
      typescript: { ignoreBuildErrors: true },
      turbopack: { root },
    })};\n`,
    ...Object.assign({}, ...pages),
  });
  const status = run(
    process.execPath,
    [join(nextHome, "node_modules/next/dist/bin/next"), "build"],
    {
      cwd: folder,
      env: { NEXT_TELEMETRY_DISABLED: "1" },
    },
  );
  if (status !== 0) process.exit(status);
  cpSync(join(folder, "out"), join(outDir, name), { recursive: true });
}

rmSync(outDir, { recursive: true, force: true });
ensureInstalled(nextHome);
await buildVite("vite", plainHosts);
await buildVite("vite-old-browsers", plainHosts, {
  build: { cssTarget: ["chrome88", "safari14"], cssMinify: "lightningcss" },
});
await buildVite("vite-esbuild", plainHosts, { build: { cssMinify: "esbuild" } });
await buildVite("vite-tailwind", tailwindHosts, { plugins: [tailwind()] });
buildNext("next-tailwind", nextHosts);

await preview({
  root,
  configFile: false,
  appType: "mpa",
  build: { outDir },
  preview: { port, strictPort: true },
});
