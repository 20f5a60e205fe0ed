// Opens the playground on port 6006, or on another one: `npm start -- [--port 6007] [Storybook options]`.
import { createServer } from "node:net";
import { parseArgs } from "node:util";
import { fail, install, run } from "./install.mjs";

const own = process.argv.slice(2);
const { values } = parseArgs({
  args: own,
  strict: false,
  options: { port: { type: "string", short: "p", default: "6006" } },
});

const isFree = await new Promise((resolve) => {
  const server = createServer().once("error", () => resolve(false));
  server.listen(Number(values.port), () => server.close(() => resolve(true)));
});
if (!isFree) {
  fail(
    `Port ${values.port} is in use, so the playground can't start: stop the program that uses it, or choose another port with npm start -- --port ${Number(values.port) + 1}.`,
  );
}

install();
console.log(
  process.env.SEGMIND_API_KEY
    ? "Backend: Segmind, with SEGMIND_API_KEY. Every image is charged to that key."
    : "Backend: the sandbox. Set SEGMIND_API_KEY to generate real images.",
);
// A browser can't be opened without a display.
const isInteractive = process.stdout.isTTY && !process.env.CI && !process.env.SSH_CONNECTION;
const hasScreen =
  process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
process.exit(
  run("npx", [
    "--no-install",
    "storybook",
    "dev",
    `--port=${values.port}`,
    "--exact-port",
    "--no-version-updates",
    "--disable-telemetry",
    ...(isInteractive && hasScreen ? [] : ["--no-open", "--ci"]),
    ...own,
  ]),
);
