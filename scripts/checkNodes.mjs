// Runs the packed package and the tests of the Node side on the newer versions of Node that the package supports.
import { join } from "node:path";
import { fail, root, run } from "./install.mjs";
import { call } from "./packed.mjs";

for (const version of [22, 24]) {
  const printed = ["node", "--print", "process.execPath"];
  const path = call("npm", ["exec", "--yes", `--package=node@${version}`, "--", ...printed]);
  const node = path.trim().split("\n").at(-1);
  const own = call(node, ["--print", "process.version"]).trim();
  if (!own.startsWith(`v${version}.`)) fail(`npm's node@${version} is ${own}.`);
  console.log(`\nNode ${own}`);
  call(node, ["app.mjs"]);
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  // test/examples.test.ts compiles, which no version of Node changes.
  const status = run(node, [vitest, "run", "--project", "node", "src"]);
  if (status !== 0) fail(`The tests fail on Node ${own}.`);
}
