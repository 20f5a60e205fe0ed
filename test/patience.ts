import { vi } from "vitest";

/** Timeout of each wait, in milliseconds. Long, because machines may be busy and a test has its own timeout. */
export const patience = 60_000;

const { waitFor } = vi;
vi.waitFor = (callback, options = patience) => waitFor(callback, options);
