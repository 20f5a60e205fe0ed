import { currentPageId, pageLockPrefix } from "../../ledger/currentPageId.ts";

/** Returns the IDs of this browser's open pages, or undefined where Web Locks don't work. */
export async function openPageIds(
  locks: LockManager | undefined,
): Promise<ReadonlySet<string> | undefined> {
  const held = await locks?.query().then(
    (all) => all.held ?? [],
    () => undefined,
  );
  return (
    held &&
    new Set([
      currentPageId(),
      ...held
        .map(({ name = "" }) => name)
        .filter((name) => name.startsWith(pageLockPrefix))
        .map((name) => name.slice(pageLockPrefix.length)),
    ])
  );
}
