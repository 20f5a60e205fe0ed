// Runs the packed package and the Node tests on newer supported versions of Node.
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
  // Runs only src, because test/examples.test.ts compiles code, which doesn't depend on Node's version.
  const status = run(node, [vitest, "run", "--project", "node", "src"]);
  if (status !== 0) fail(`The tests fail on Node ${own}.`);
}
