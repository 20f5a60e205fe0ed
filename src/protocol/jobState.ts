/** State of a job. Blocked, canceled, and expired are `failed`, because older clients treat other states as pending. */
export type JobState = "queued" | "processing" | "completed" | "failed";

/** Final state that the host receives. On the wire, `canceled` and `expired` become `failed`. */
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

/** Converts the service's state. Unknown names become `processing`, because polling is free but losing a job isn't. */
export function readJobState(name: string): JobState {
  const state = parseState(name) ?? "processing";
  return state === "canceled" || state === "expired" ? "failed" : state;
}

export function isFinalState(state: JobState): boolean {
  return state === "completed" || state === "failed";
}

/** Status of a generation. An `unknown` job may be running and charged. An `expired` job is gone from the service. */
export type GenerateStatus = "idle" | "submitting" | JobState | "unknown" | "expired";
