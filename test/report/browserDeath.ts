import type { TestContext } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** Whether the browser process ended while the test ran. */
    browserDied?: boolean;
  }
}

/** Annotation for a test whose browser process or page ended while it ran. */
export const browserDeath = "browser died";

const words = ["Browser connection was closed", "rpc is closed", "browser has been closed"];

/** Returns whether a test runner's error reports a dead browser instead of a failed test. */
export const isBrowserDeath = (message: string): boolean =>
  words.some((part) => message.includes(part));

/** Runs a browser command that fails only if the browser has ended, and annotates the test in that case. */
export async function noteDeath<T>({ meta }: TestContext["task"], command: Promise<T>): Promise<T> {
  try {
    return await command;
  } catch (cause) {
    meta.browserDied = true;
    throw cause;
  }
}
