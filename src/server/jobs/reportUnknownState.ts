import type { BackendJob } from "../backends/backend.ts";
import { OwnError } from "../events/ownError.ts";
import type { Host } from "../handler/createHost.ts";

const reported = new WeakMap<Host, Set<string>>();
/** A service that makes up words, such as a percentage, must not fill the memory. */
const maxWords = 100;
const maxLength = 64;

/** Reports a state word that the backend doesn't know, once for each word in this process. */
export function reportUnknownState(host: Host, { unknownState }: BackendJob): void {
  if (unknownState === undefined) return;
  const word = unknownState.slice(0, maxLength);
  const words = reported.get(host) ?? new Set();
  reported.set(host, words);
  if (words.has(word) || words.size >= maxWords) return;
  words.add(word);
  const cause = new OwnError(
    `The image service reported a job's state as ${JSON.stringify(word)}, which isn't known, so the job counts as processing and is polled on. If the word is final, its jobs never end: map it to "completed" or "failed" in the backend.`,
  );
  host.report({ type: "error", where: "backend", cause });
}
