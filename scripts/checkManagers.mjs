// Installs the packed package with pnpm, Yarn (Plug'n'Play and node_modules), and Bun, and runs an app with each.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, fail, root } from "./install.mjs";
import { call, withApp } from "./packed.mjs";

const home = join(root, "test/managers");
ensureInstalled(home);
const bin = (name) => join(home, "node_modules/.bin", name);
const registry = call("npm", ["config", "get", "registry"], { cwd: root }).trim();

const yarn = (nodeLinker) => ({
  files: { "yarn.lock": "", ".yarnrc.yml": `nodeLinker: ${nodeLinker}\nenableTelemetry: false\n` },
  env: {
    // The app has no lockfile yet, which Yarn rejects in CI.
    YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
    YARN_NPM_REGISTRY_SERVER: registry.replace(/\/$/, ""),
  },
  install: [bin("yarn"), "install"],
  run: [bin("yarn"), "node", "app.mjs"],
});

const managers = {
  pnpm: {
    // Automatically installed peers would hide a peer that the README omits.
    env: { npm_config_registry: registry, CI: "1" },
    install: [bin("pnpm"), "install", "--no-frozen-lockfile", "--config.auto-install-peers=false"],
    run: [process.execPath, "app.mjs"],
  },
  "Yarn with Plug'n'Play": yarn("pnp"),
  "Yarn with node_modules": yarn("node-modules"),
  Bun: {
    env: { npm_config_registry: registry, BUN_CONFIG_REGISTRY: registry },
    install: [bin("bun"), "install"],
    run: [bin("bun"), "app.mjs"],
  },
};

const { devDependencies, peerDependencies } = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
);
// The app renders, so it needs the UI's optional peers. Only `react-easel/testing` needs Testing Library.
const peers = Object.fromEntries(
  Object.keys(peerDependencies)
    .filter((name) => name !== "@testing-library/react")
    .map((name) => [name, devDependencies[name]]),
);

/** Returns whether a line is a warning about the package or a peer. */
const isWarning = (line) =>
  /(warn|⚠|YN0002|YN0060|YN0086|unmet|incorrect|missing)/i.test(line) &&
  /(peer|react-easel|unmet|YN0002|YN0060|YN0086)/i.test(line);

for (const [name, { files = {}, env, install, run }] of Object.entries(managers)) {
  withApp(peers, (folder) => {
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    const [command, ...args] = install;
    const warnings = call(command, args, { cwd: folder, env }).split("\n").filter(isWarning);
    if (warnings.length > 0) fail(`${name} warns about the package:\n${warnings.join("\n")}`);
    const [runner, ...script] = run;
    call(runner, script, { cwd: folder, env });
    console.log(`${name}: installed without warnings, and the app works.`);
  });
}
