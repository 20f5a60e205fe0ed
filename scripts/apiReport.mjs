// Writes each entry's signatures to api/, so that changes to the public API show up in the diff. With --check, it
// writes nothing and fails if a report differs. Requires a build.
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
} from "@microsoft/api-extractor";
import pkg from "../package.json" with { type: "json" };
import { fail, root } from "./install.mjs";

const isCheck = process.argv.includes("--check");
const reportFolder = join(root, "api");
const reportTempFolder = join(root, "node_modules/.cache/api");
mkdirSync(reportFolder, { recursive: true });

const declarations = Object.values(pkg.exports)
  .map(({ types = "" }) => types)
  .filter((path) => path.startsWith("./dist/exports/"));
const nameOf = (path) => path.slice("./dist/exports/".length, -".d.ts".length).replaceAll("/", ".");

const silent = { default: { logLevel: "none" } };

const configOf = (path) =>
  ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, "package.json"),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(root, path),
      compiler: {
        overrideTsconfig: {
          compilerOptions: { module: "ESNext", moduleResolution: "bundler", jsx: "react-jsx" },
        },
      },
      apiReport: {
        enabled: true,
        includeForgottenExports: true,
        reportFileName: nameOf(path),
        reportFolder,
        reportTempFolder,
      },
      docModel: {
        enabled: true,
        includeForgottenExports: true,
        apiJsonFilePath: join(reportTempFolder, `${nameOf(path)}.api.json`),
      },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: "lf",
      messages: {
        compilerMessageReporting: silent,
        extractorMessageReporting: silent,
        tsdocMessageReporting: silent,
      },
    },
  });

// One TypeScript program for all entries, because creating one is slow.
const compilerState = CompilerState.create(configOf(declarations[0]), {
  additionalEntryPoints: declarations.map((path) => join(root, path)),
});
const reports = declarations.map((path) => ({
  file: `${nameOf(path)}.api.md`,
  isChanged: Extractor.invoke(configOf(path), {
    compilerState,
    localBuild: !isCheck,
    messageCallback: (message) =>
      void (message.handled = message.logLevel !== ExtractorLogLevel.Error),
  }).apiReportChanged,
}));
const files = new Set(reports.map(({ file }) => file));
const stale = readdirSync(reportFolder).filter((file) => !files.has(file));
const changed = [...reports.filter(({ isChanged }) => isChanged).map(({ file }) => file), ...stale];
if (isCheck && changed.length > 0) {
  fail(
    `The public API differs from the reports in api/: ${changed.join(", ")}. Run npm run build && npm run api, review the diff, and commit it with a changeset.`,
  );
}
for (const file of isCheck ? [] : stale) rmSync(join(reportFolder, file));
console.log(
  changed.length > 0 ? `Written: ${changed.join(", ")}` : "The reports in api/ are up to date.",
);
