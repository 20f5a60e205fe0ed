import { EaselError, type ErrorBody } from "../../protocol/EaselError.ts";
import { isErrorCode } from "../../protocol/errorTable.ts";
import type { AccountCredits } from "../backends/backend.ts";
import type { Host } from "../handler/createHost.ts";
import { errorFromBody } from "../http/errorFromBody.ts";
import { upstream } from "../limits/upstream.ts";
import { parseStoreEntry } from "../stores/parseStoreEntry.ts";
import type { Question } from "./askAlone.ts";
import { keep } from "./statusQuestion.ts";

/** What the service answered last, kept for as long as it isn't asked again. An error counts as an answer. */
interface CreditsEntry {
  readonly v: 1;
  readonly credits?: AccountCredits;
  readonly error?: ErrorBody;
}

const key = "credits";
const shortestLifeMs = 10_000;
const longestErrorMs = 60_000;
/** With a life of 10 minutes over the requests of one, credits use a tenth of the account's requests. */
const budgetLifeMs = 600_000;

const isCredits = (credits: AccountCredits | undefined): credits is AccountCredits =>
  Number.isFinite(credits?.credits);

/** An entry that is damaged or of another version counts as absent. */
function parseEntry(text: string | undefined): CreditsEntry | undefined {
  const entry = parseStoreEntry(text) as CreditsEntry | null | undefined;
  return entry?.v === 1 && (isErrorCode(entry.error?.code) || isCredits(entry.credits))
    ? entry
    : undefined;
}

/**
 * Asks what is left on the account once for all callers, and then not again for some seconds. It counts against no caller's
 * share: the answer is everyone's, an error too.
 */
export function creditsQuestion(host: Host, signal: AbortSignal): Question<AccountCredits> {
  const { store, limits, backend } = host;
  const perMinute = limits.upstreamRequestsPerMinute ?? Infinity;
  const lifeMs = Math.max(shortestLifeMs, budgetLifeMs / perMinute);

  async function askBackend(): Promise<AccountCredits> {
    const credits = await backend.getCredits?.({ signal });
    if (!isCredits(credits)) throw new EaselError("bad_answer");
    return credits;
  }

  const write = (entry: CreditsEntry, ms: number): Promise<void> =>
    keep(host, async () => void (await store.add(key, JSON.stringify(entry), ms)));

  return {
    // As long as a call to the service may take.
    patienceMs: 15_000,
    async read() {
      const { credits, error } = parseEntry(await store.get(key)) ?? {};
      if (!error) return credits;
      // Its own moment is by another machine's clock.
      const { retryAt, ...rest } = error;
      const soon = retryAt === undefined ? {} : { retryAt: Date.now() + shortestLifeMs };
      throw errorFromBody({ ...rest, ...soon });
    },
    async ask() {
      try {
        const credits = await upstream(host, "credits", askBackend);
        await write({ v: 1, credits }, lifeMs);
        return credits;
      } catch (thrown) {
        const error = EaselError.is(thrown) ? thrown : new EaselError("internal");
        const errorMs = Math.min(longestErrorMs, lifeMs);
        if (!signal.aborted) await write({ v: 1, error: error.toJSON() }, errorMs);
        throw thrown;
      }
    },
    async giveUp() {
      throw new EaselError("upstream_unavailable", { retryAt: Date.now() + 1_000 });
    },
  };
}
