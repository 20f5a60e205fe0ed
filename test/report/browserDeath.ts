import type { TestContext } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** Whether the browser process ended while the test ran. */
    browserDied?: boolean;
  }
}

/** Annotation of a test whose browser process, or page, ended while it ran. */
export const browserDeath = "browser died";

const words = ["Browser connection was closed", "rpc is closed", "browser has been closed"];

/** Whether an error message of the test runner says that the browser ended, rather than that a test failed. */
export const isBrowserDeath = (message: string): boolean =>
  words.some((part) => message.includes(part));

/** Passes on a command to the browser that fails only if the browser has ended, and notes on the test that it did. */
export async function noteDeath<T>({ meta }: TestContext["task"], command: Promise<T>): Promise<T> {
  try {
    return await command;
  } catch (cause) {
    meta.browserDied = true;
    throw cause;
  }
}
