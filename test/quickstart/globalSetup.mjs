import { join } from "node:path";
import { ensureInstalled, root } from "../../scripts/install.mjs";

/** Installs the frameworks here, because they would double every installation of the root. */
export default function installFrameworks() {
  for (const folder of ["test/next", "test/quickstart"]) ensureInstalled(join(root, folder));
}
