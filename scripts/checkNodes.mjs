// Runs the packed package and the tests of the Node side on the newer versions of Node that the package supports.
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { fail, root, run } from "./install.mjs";
import { call, outside } from "./packed.mjs";

for (const version of [22, 24]) {
  const path = call("npm", [
    ...["exec", "--yes", `--package=node@${version}`, "--"],
    ...["node", "--print", "process.execPath"],
  ]);
  const node = path.trim().split("\n").at(-1);
  const own = call(node, ["--print", "process.version"]).trim();
  if (!own.startsWith(`v${version}.`)) fail(`npm's node@${version} is ${own}.`);
  console.log(`\nNode ${own}`);
  copyFileSync(join(root, "test/package/app.mjs"), join(outside, "app.mjs"));
  call(node, ["app.mjs"]);
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  // test/examples.test.ts compiles, which no version of Node changes.
  const status = run(node, [vitest, "run", "--project", "node", "src"]);
  if (status !== 0) fail(`The tests fail on Node ${own}.`);
}
