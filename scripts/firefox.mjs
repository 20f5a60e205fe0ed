// Prints the path to Firefox. Installs it if necessary.
//   node scripts/firefox.mjs            -> path on stdout, or exit code 1 if it can't be installed
//   import { findFirefox } from ...     -> path or undefined; never installs
import { existsSync } from "node:fs";
import { join } from "node:path";
import { installPackages, onPath, printPath } from "./findProgram.mjs";

function usualPlaces() {
  if (process.platform === "darwin") {
    return ["Firefox", "Firefox Developer Edition", "Firefox Nightly"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/firefox`,
    );
  }
  if (process.platform !== "win32") return [];
  return [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => join(folder, "Mozilla Firefox/firefox.exe"));
}

export function findFirefox() {
  return (
    process.env.FIREFOX_PATH ??
    onPath("firefox-esr", "firefox") ??
    usualPlaces().find((path) => existsSync(path))
  );
}

function ensureFirefox() {
  return findFirefox() ?? (installPackages(["firefox-esr"]) ? findFirefox() : undefined);
}

printPath(
  import.meta.url,
  ensureFirefox,
  "Firefox wasn't found: set FIREFOX_PATH to its path, or install it (on Debian, as root: apt-get install firefox-esr).",
);
