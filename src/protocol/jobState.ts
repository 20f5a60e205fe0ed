/** State of a job. Blocked, canceled, and expired jobs are `failed`: older clients treat other states as pending. */
export type JobState = "queued" | "processing" | "completed" | "failed";

/** Final state that the host's hooks receive. Clients receive `failed` instead of `canceled` and `expired`. */
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

/** Returns the state for a service's name. Unknown names become `processing`: polls are free, but lost jobs aren't. */
export function readJobState(name: string): JobState {
  const state = parseState(name) ?? "processing";
  return state === "canceled" || state === "expired" ? "failed" : state;
}

export function isFinalState(state: JobState): boolean {
  return state === "completed" || state === "failed";
}

/** Status of a generation. An `unknown` job may be running and charged. The service has deleted an `expired` job. */
export type GenerateStatus = "idle" | "submitting" | JobState | "unknown" | "expired";
