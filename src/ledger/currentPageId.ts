import { newAttemptId } from "./newAttemptId.ts";

let id: string | undefined;

export function currentPageId(): string {
  return (id ??= newAttemptId());
}

export const pageLockPrefix = "easel-page:";

const holding = new WeakSet<LockManager>();

/** Marks this page as open by holding a lock until the page closes or enters the back/forward cache. */
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
