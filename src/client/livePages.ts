import { newAttemptId } from "./newAttemptId.ts";

let id: string | undefined;

/** This page's own id, made anew by each load. */
export function thisPage(): string {
  return (id ??= newAttemptId());
}

const prefix = "easel-page:";

const holding = new WeakSet<LockManager>();

/** Shows other tabs that this page lives, until it goes or is put away. One call or many, it is shown once. */
export function holdPage(locks: LockManager): void {
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
  locks.request(prefix + thisPage(), { mode: "shared" }, untilHidden).catch(() => undefined);
}

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
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length)),
    ])
  );
}
