/** State of a job. Blocked, canceled, and expired jobs are `failed`, as older clients treat other states as pending. */
export type JobState = "queued" | "processing" | "completed" | "failed";

/** Final state passed to the host's hooks. Clients receive `failed` instead of `canceled` and `expired`. */
export type JobEndState = "completed" | "failed" | "canceled" | "expired";

const namesByState: Readonly<Record<JobState | JobEndState, string>> = {
  queued:
    "queued inqueue queueing pending starting waiting submitted created accepted scheduled initializing new notstarted",
  processing: "processing inprogress running started generating working active",
  completed: "completed complete succeeded success successful done finished ready",
  failed:
    "failed failure fail error errored exception crashed nsfw blocked rejected moderated requestmoderated contentmoderated denied",
  canceled: "canceled cancelled cancel aborted stopped terminated killed revoked",
  expired: "expired timeout timedout deadlineexceeded",
};

const byName = new Map(
  Object.entries(namesByState).flatMap(([state, list]) =>
    list.split(" ").map((name) => [name, state as keyof typeof namesByState] as const),
  ),
);

export function parseState(name: string): JobState | JobEndState | undefined {
  return byName.get(name.toLowerCase().replaceAll(/[^a-z]/g, ""));
}

/** Maps a service's state name to a state. Unknown names become `processing`: a poll is free, but a lost job isn't. */
export function readJobState(name: string): JobState {
  const state = parseState(name) ?? "processing";
  return state === "canceled" || state === "expired" ? "failed" : state;
}

export function isFinalState(state: JobState): boolean {
  return state === "completed" || state === "failed";
}

/**
 * Status of a generation. A `canceled` job was stopped, and may have been charged. The service may run and charge an
 * `unknown` job, and has deleted an `expired` one.
 */
export type GenerateStatus = "idle" | "submitting" | JobState | "canceled" | "unknown" | "expired";
