import { pagePrefix, thisPage } from "../../ledger/currentPageId.ts";

/** The pages that live in this browser, this one among them. Undefined where the browser can't tell. */
export async function livePages(
  locks: LockManager | undefined,
): Promise<ReadonlySet<string> | undefined> {
  const held = await locks?.query().then(
    (all) => all.held ?? [],
    () => undefined,
  );
  return (
    held &&
    new Set([
      thisPage(),
      ...held
        .map(({ name = "" }) => name)
        .filter((name) => name.startsWith(pagePrefix))
        .map((name) => name.slice(pagePrefix.length)),
    ])
  );
}
