import type { Attempt } from "../../ledger/attempt.ts";
import type { Ledger } from "../../ledger/createLedger.ts";
import { currentPageId, pageLockPrefix } from "../../ledger/currentPageId.ts";
import { EaselError } from "../../protocol/EaselError.ts";

interface ResolveOrphansOptions {
  readonly ledger: Ledger;
  readonly locks: LockManager | undefined;
  readonly isLeader: () => boolean;
}

/** Time after which another page's submission counts as abandoned if Web Locks don't work. */
const maxSubmitMs = 90_000;
const recheckMs = 5_000;

const isForeignSubmit = ({ submit, pageId }: Attempt) =>
  submit === "sent" && pageId !== currentPageId();

/** Returns the IDs of this browser's open pages, or undefined if Web Locks don't work. */
export async function openPageIds(
  locks: LockManager | undefined,
): Promise<ReadonlySet<string> | undefined> {
  const all = await locks?.query().catch(() => undefined);
  if (!all) return undefined;
  const names = (all.held ?? []).map(({ name = "" }) => name);
  const pages = names.filter((name) => name.startsWith(pageLockPrefix));
  return new Set([currentPageId(), ...pages.map((name) => name.slice(pageLockPrefix.length))]);
}

/** Marks submissions of pages that closed before the response as `refused` if nothing was sent, else as `unknown`. */
export function resolveOrphans({ ledger, locks, isLeader }: ResolveOrphansOptions) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delayMs = 0;
  let stopped = false;

  function resolve({ attemptId, unsent }: Attempt) {
    const error = new EaselError("backend_unreachable", { attemptId });
    ledger.update(
      attemptId,
      unsent ? { submit: "refused", unsent: undefined, error } : { submit: "unknown" },
    );
  }

  async function resolveAll() {
    const pageIds = await openPageIds(locks);
    // The page may have stored the outcome before it closed.
    await ledger.refresh();
    if (stopped || !isLeader()) return;
    for (const attempt of ledger.list().filter(isForeignSubmit)) {
      const { pageId = "", startedAt } = attempt;
      const isOrphan = pageIds ? !pageIds.has(pageId) : Date.now() - startedAt > maxSubmitMs;
      if (isOrphan) resolve(attempt);
    }
    check();
  }

  function check() {
    const isIdle = !stopped && timer === undefined && isLeader();
    if (!isIdle || !ledger.list().some(isForeignSubmit)) return;
    timer = setTimeout(() => {
      timer = undefined;
      void resolveAll();
    }, delayMs);
    delayMs = recheckMs;
  }

  return {
    check,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
