import { newAttemptId } from "./newAttemptId.ts";

let id: string | undefined;

/** This page's own id, made anew by each load. */
export function currentPageId(): string {
  return (id ??= newAttemptId());
}

/** What a page's lock is called, before its id. */
export const pageLockPrefix = "easel-page:";

const holding = new WeakSet<LockManager>();

/** Shows other tabs that this page lives, until it goes or is put away. One call or many, it is shown once. */
export function holdPageLock(locks: LockManager): void {
  if (holding.has(locks)) return;
  holding.add(locks);
  const untilHidden = () =>
    new Promise<void>((release) => {
      const hide = () => {
        holding.delete(locks);
        release();
      };
      window.addEventListener("pagehide", hide, { once: true });
    });
  locks
    .request(pageLockPrefix + currentPageId(), { mode: "shared" }, untilHidden)
    .catch(() => undefined);
}
