// Opens the playground on port 6006: npm start [-- storybook's own options]
import { install, run } from "./install.mjs";

install();
console.log(
  process.env.SEGMIND_API_KEY
    ? "Backend: Segmind itself, by SEGMIND_API_KEY. Pictures are real and are paid for."
    : "Backend: the sandbox. Set SEGMIND_API_KEY to draw real pictures.",
);
// Where nobody sits in front of a screen there is no browser to open.
const watched = process.stdout.isTTY && !process.env.CI && !process.env.SSH_CONNECTION;
const screen = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
process.exit(
  run("npx", [
    "--no-install",
    "storybook",
    "dev",
    "--port=6006",
    "--exact-port",
    "--no-version-updates",
    "--disable-telemetry",
    "--initial-path=/story/studio--default",
    ...(watched && screen ? [] : ["--no-open", "--ci"]),
    ...process.argv.slice(2),
  ]),
);
