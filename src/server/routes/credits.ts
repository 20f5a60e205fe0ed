import * as z from "zod/v4-mini";
import { EaselError } from "../../protocol/EaselError.ts";
import type { AccountCredits } from "../backends/backend.ts";
import type { HandlerCore, ServiceAccess } from "../core/createCore.ts";
import { errorBodySchema, errorFromBody } from "../http/errorBody.ts";
import { jsonResponse } from "../http/respond.ts";
import { createCachedLoad, type CachedSource } from "../stores/createCachedLoad.ts";
import { parseStoreEntry } from "../stores/parseStoreEntry.ts";
import { tryStore } from "../stores/tryStore.ts";
import type { HandlerRoute } from "./handlerRoute.ts";

const key = "credits";
const minLifeMs = 2_000;
const maxErrorLifeMs = 60_000;
/** Divided by the requests per minute, this is a balance's lifetime. Loading balances uses a tenth of the limit. */
const budgetLifeMs = 600_000;
const retryMs = 1_000;

const creditsSchema = z.object({
  credits: z.number(),
  freeCredits: z.catch(z.optional(z.number()), undefined),
});

const entrySchema = z.object({
  v: z.literal(1),
  credits: z.optional(creditsSchema),
  error: z.optional(errorBodySchema),
});

type CreditsEntry = z.output<typeof entrySchema>;

function freshCredits(entry: CreditsEntry | undefined): AccountCredits | undefined {
  if (!entry?.error) return entry?.credits;
  // The stored `retryAt` may come from another machine's clock.
  const { retryAt, ...error } = entry.error;
  const soon = retryAt === undefined ? {} : { retryAt: Date.now() + minLifeMs };
  throw errorFromBody({ ...error, ...soon });
}

type CreditsCore = ServiceAccess & Pick<HandlerCore, "limits" | "report" | "store">;

function createCreditsReader({ backend, callService, limits, report, store }: CreditsCore) {
  const cachedLoad = createCachedLoad(store);
  const lifeMs = Math.max(minLifeMs, budgetLifeMs / (limits.upstreamRequestsPerMinute ?? Infinity));

  const write = (entry: CreditsEntry, ms: number): Promise<void> =>
    tryStore(report, () => store.add(key, JSON.stringify(entry), ms));

  const source: CachedSource<AccountCredits, CreditsEntry | undefined> = {
    maxWaitMs: 15_000,
    read: async () => parseStoreEntry(entrySchema, await store.get(key)),
    fresh: freshCredits,
    stale() {
      throw new EaselError("upstream_unavailable", { retryAt: Date.now() + retryMs });
    },
    async load(_, signal) {
      try {
        const credits = await callService("credits", async () => {
          const answer = await backend.getCredits?.({ signal });
          if (!Number.isFinite(answer?.credits)) throw new EaselError("bad_answer");
          return answer as AccountCredits;
        });
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

  return async (caller: { readonly signal: AbortSignal }): Promise<AccountCredits> =>
    (await cachedLoad(key, source, caller)).value;
}

export function creditsRoute(core: CreditsCore & Pick<HandlerCore, "showsCredits">): HandlerRoute {
  const readCredits = createCreditsReader(core);
  return {
    path: "credits",
    verb: "GET",
    async answer({ request }) {
      if (!core.showsCredits) throw new EaselError("not_found");
      const { credits, freeCredits } = await readCredits(request);
      return jsonResponse({ credits, "free-credits": freeCredits });
    },
  };
}
