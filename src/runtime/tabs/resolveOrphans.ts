import type { Attempt } from "../../ledger/attempt.ts";
import type { Ledger } from "../../ledger/createLedger.ts";
import { currentPageId } from "../../ledger/currentPageId.ts";
import { EaselError } from "../../protocol/EaselError.ts";
import { openPageIds } from "./openPageIds.ts";

export interface ResolveOrphansOptions {
  readonly ledger: Ledger;
  readonly locks: LockManager | undefined;
  /** Whether it is for this tab to decide. */
  readonly leads: () => boolean;
}

/** A submit by a page of which nothing can be known has surely ended by then, one way or the other. */
const longestSubmitMs = 90_000;
const againMs = 5_000;

/** Whether another page is sending it, or was when it died. */
const isForeign = ({ submit, pageId }: Attempt) => submit === "sent" && pageId !== currentPageId();

/**
 * Finds the submits whose page is gone before their answer came: how they ended is `unknown`, unless the page was still
 * waiting for its backend and had sent nothing. Call `look` when something may have changed; while others are still sending, it looks again automatically.
 */
export function resolveOrphans({ ledger, locks, leads }: ResolveOrphansOptions) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delayMs = 0;
  let stopped = false;

  function giveUp({ attemptId, unsent }: Attempt) {
    const error = new EaselError("backend_unreachable", { attemptId });
    ledger.update(
      attemptId,
      unsent ? { submit: "refused", unsent: undefined, error } : { submit: "unknown" },
    );
  }

  async function mark() {
    const pages = await openPageIds(locks);
    // Its last word may be written down already, and not have been heard of here.
    await ledger.refresh();
    if (stopped || !leads()) return;
    for (const record of ledger.list().filter(isForeign)) {
      const { pageId = "", startedAt } = record;
      const isGone = pages ? !pages.has(pageId) : Date.now() - startedAt > longestSubmitMs;
      if (isGone) giveUp(record);
    }
    look();
  }

  function look() {
    if (stopped || timer !== undefined || !leads() || !ledger.list().some(isForeign)) return;
    timer = setTimeout(() => {
      timer = undefined;
      void mark();
    }, delayMs);
    delayMs = againMs;
  }

  return {
    look,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
