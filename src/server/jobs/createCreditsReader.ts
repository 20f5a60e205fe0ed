import { EaselError, type ErrorBody } from "../../protocol/EaselError.ts";
import { isErrorCode } from "../../protocol/errorTable.ts";
import type { AccountCredits, Backend } from "../backends/backend.ts";
import type { Report } from "../events/handlerEvent.ts";
import { errorFromBody } from "../http/errorBody.ts";
import type { CallService } from "../limits/createServiceCaller.ts";
import { createCachedLoad, type CachedSource } from "../stores/createCachedLoad.ts";
import { parseStoreEntry } from "../stores/parseStoreEntry.ts";
import type { Store } from "../stores/store.ts";

/** The last answer. It expires when the service may be called again. */
interface CreditsEntry {
  readonly v: 1;
  readonly credits?: AccountCredits;
  readonly error?: ErrorBody;
}

interface CreditsContext {
  readonly backend: Pick<Backend, "getCredits">;
  readonly callService: CallService;
  readonly report: Report;
  readonly store: Store;
  readonly perMinute: number | undefined;
}

const key = "credits";
const minLifeMs = 10_000;
const maxErrorLifeMs = 60_000;
/** Makes credits take a tenth of the minute's requests. */
const budgetLifeMs = 600_000;
const retryMs = 1_000;

const isCredits = (credits: AccountCredits | undefined): credits is AccountCredits =>
  Number.isFinite(credits?.credits);

function parseEntry(text: string | undefined): CreditsEntry | undefined {
  const entry = parseStoreEntry(text) as CreditsEntry | null | undefined;
  return entry?.v === 1 && (isErrorCode(entry.error?.code) || isCredits(entry.credits))
    ? entry
    : undefined;
}

function freshCredits(entry: CreditsEntry | undefined): AccountCredits | undefined {
  if (!entry?.error) return entry?.credits;
  // Its `retryAt` is by another machine's clock.
  const { retryAt, ...error } = entry.error;
  const soon = retryAt === undefined ? {} : { retryAt: Date.now() + minLifeMs };
  throw errorFromBody({ ...error, ...soon });
}

/**
 * Reads the account's credits: from the service once for all callers, then from the store for some seconds. No
 * caller's share is used.
 */
export function createCreditsReader({
  backend,
  callService,
  report,
  store,
  perMinute = Infinity,
}: CreditsContext): (caller: { readonly signal: AbortSignal }) => Promise<AccountCredits> {
  const cachedLoad = createCachedLoad(store);
  const lifeMs = Math.max(minLifeMs, budgetLifeMs / perMinute);

  async function write(entry: CreditsEntry, ms: number): Promise<void> {
    await store
      .add(key, JSON.stringify(entry), ms)
      .catch((cause: unknown) => report({ type: "error", where: "store", cause }));
  }

  const source: CachedSource<AccountCredits, CreditsEntry | undefined> = {
    maxWaitMs: 15_000,
    read: async () => parseEntry(await store.get(key)),
    fresh: freshCredits,
    stale() {
      throw new EaselError("upstream_unavailable", { retryAt: Date.now() + retryMs });
    },
    async load(_, signal) {
      const fetch = async (): Promise<AccountCredits> => {
        const credits = await backend.getCredits?.({ signal });
        if (!isCredits(credits)) throw new EaselError("bad_answer");
        return credits;
      };
      try {
        const credits = await callService("credits", fetch);
        await write({ v: 1, credits }, lifeMs);
        return credits;
      } catch (thrown) {
        const error = EaselError.is(thrown) ? thrown : new EaselError("internal");
        const errorLifeMs = Math.min(maxErrorLifeMs, lifeMs);
        if (!signal.aborted) await write({ v: 1, error: error.toJSON() }, errorLifeMs);
        throw thrown;
      }
    },
  };

  return async (caller) => (await cachedLoad(key, source, caller)).value;
}
