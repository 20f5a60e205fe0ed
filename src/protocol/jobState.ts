/**
 * State of a job. Blocked, canceled and expired jobs are `failed` too, and their error's code tells them apart: to every
 * client, old ones included, `failed` is final, while a word it doesn't know is pending.
 */
export type JobState = "queued" | "processing" | "completed" | "failed";

/** How a job ended, for the host: `canceled` and `expired` are `failed` on the wire. */
export type JobEndState = "completed" | "failed" | "canceled" | "expired";

/** What services call their states, without case, spaces and punctuation. */
const words: Readonly<Record<JobState | Exclude<JobEndState, JobState>, string>> = {
  queued:
    "queued inqueue queueing pending starting waiting submitted created accepted scheduled initializing new notstarted",
  processing: "processing inprogress running started generating working active",
  completed: "completed complete succeeded success successful done finished ready",
  failed:
    "failed failure fail error errored exception crashed nsfw blocked rejected moderated requestmoderated contentmoderated denied",
  canceled: "canceled cancelled cancel aborted stopped terminated killed revoked",
  expired: "expired timeout timedout deadlineexceeded",
};

const known = new Map(
  Object.entries(words).flatMap(([state, list]) =>
    list.split(" ").map((word) => [word, state as keyof typeof words] as const),
  ),
);

/** A service's word as the state that it stands for; undefined for a word that isn't known. */
export function readStateWord(word: string): JobState | JobEndState | undefined {
  return known.get(word.toLowerCase().replaceAll(/[^a-z]/g, ""));
}

/**
 * Reads a service's word for a state, in any case and spelling. An unknown word counts as `processing`: polling again is
 * free, giving up is not.
 */
export function readJobState(word: string): JobState {
  const state = readStateWord(word) ?? "processing";
  return state === "canceled" || state === "expired" ? "failed" : state;
}

/** Whether the service is done with the job, well or badly. */
export function isFinalState(state: JobState): boolean {
  return state === "completed" || state === "failed";
}

/**
 * Where a run stands, in one word. `unknown`: the submit got no answer, so it may be running and paid for. `expired`: the
 * service no longer knows it.
 */
export type GenerateStatus =
  | "idle"
  | "submitting"
  | "queued"
  | "processing"
  | "completed"
  | "failed"
  | "unknown"
  | "expired";
