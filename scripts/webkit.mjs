// Prints the path of a WebKit driver; installs one if the machine has none (as root, on Debian).
//   node scripts/webkit.mjs             -> path on stdout (exit 1 when there is none)
//   import { findWebKit } from ...      -> { driver, display } or undefined, never installs
import { installPackages, onPath, printPath } from "./findProgram.mjs";

export function findWebKit() {
  const driver = process.env.WEBKIT_DRIVER_PATH ?? onPath("WebKitWebDriver");
  const display = onPath("Xvfb");
  return driver && display ? { driver, display } : undefined;
}

function ensureWebKit() {
  return (
    findWebKit() ?? (installPackages(["webkit2gtk-driver", "xvfb"]) ? findWebKit() : undefined)
  );
}

printPath(
  import.meta.url,
  () => ensureWebKit()?.driver,
  "No WebKitGTK found: install WebKitWebDriver and Xvfb (on Debian, as root: apt-get install webkit2gtk-driver xvfb), which exist for Linux only.",
);
