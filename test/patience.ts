import { vi } from "vitest";

/** A wait ends when what it waits for is there. Machines are busy, so no wait gives up before its test does. */
export const patience = 60_000;

const { waitFor } = vi;
vi.waitFor = (callback, options = patience) => waitFor(callback, options);
