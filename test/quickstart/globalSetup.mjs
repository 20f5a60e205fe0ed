import { join } from "node:path";
import { ensureInstalled, root } from "../../scripts/install.mjs";

/** Installs the frameworks. They are not in the root, where they would double the time of every installation. */
export default function installFrameworks() {
  for (const folder of ["test/next", "test/quickstart"]) ensureInstalled(join(root, folder));
}
