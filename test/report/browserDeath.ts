/** Annotation of a test whose browser process, or page, ended while it ran. */
export const browserDeath = "browser died";

const words = ["Browser connection was closed", "rpc is closed", "browser has been closed"];

/** Whether an error message of the test runner says that the browser ended, rather than that a test failed. */
export const isBrowserDeath = (message: string): boolean =>
  words.some((part) => message.includes(part));
