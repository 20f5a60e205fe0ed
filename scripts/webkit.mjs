// Prints the path to the WebKitGTK driver. Installs it if necessary (as root, on Debian).
//   node scripts/webkit.mjs             -> path on stdout, or exit code 1 if it can't be installed
//   import { findWebKit } from ...      -> { driver, display } or undefined; never installs
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
  "WebKitGTK wasn't found: on Linux, install WebKitWebDriver and Xvfb (on Debian, as root: apt-get install webkit2gtk-driver xvfb).",
);
