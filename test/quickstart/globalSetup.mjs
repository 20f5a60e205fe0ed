import { join } from "node:path";
import { ensureInstalled, root } from "../../scripts/install.mjs";

/** Installs the frameworks separately, because they would double the size of the root's dependencies. */
export default function installFrameworks() {
  for (const folder of ["test/next", "test/quickstart"]) ensureInstalled(join(root, folder));
}
