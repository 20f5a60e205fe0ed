import { pageLockPrefix, currentPageId } from "../../ledger/currentPageId.ts";

/** The pages that live in this browser, this one among them. Undefined where the browser can't tell. */
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
