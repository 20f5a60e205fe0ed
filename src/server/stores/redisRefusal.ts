import { OwnError } from "../events/ownError.ts";

const fixes: Readonly<Record<string, string>> = {
  NOPERM:
    "Allow this Redis user all commands on the store's keys, such as `ACL SETUSER app ~easel:* +@all -@admin -@dangerous`.",
  READONLY: "This is a read-only replica. Connect to the primary.",
  MOVED:
    "This is a node of a Redis cluster. Use `createCluster` of redis, or `new Cluster` of ioredis.",
  CROSSSLOT: "The proxy or cluster in between must route each key apart.",
  OOM: "Redis is out of memory. Raise maxmemory, and keep maxmemory-policy noeviction.",
  MISCONF: "Redis can't save to its disk. Check the disk and Redis's log.",
  NOAUTH: "Pass the password to the client.",
  WRONGPASS: "Check the client's user name and password.",
};

/** The reply stays in `cause`, because it may quote keys and values. */
export function redisRefusal(command: string, cause: unknown): OwnError {
  const message = cause instanceof Error ? cause.message : "";
  const word = Object.keys(fixes).find((known) => new RegExp(`\\b${known}\\b`).test(message));
  const fix = word === undefined ? undefined : fixes[word];
  return new OwnError(
    fix === undefined ? `Redis failed at ${command}` : `Redis refused ${command} (${word}). ${fix}`,
    { cause },
  );
}
