import { EaselError, type ErrorBody } from "../protocol/index.ts";
import type { Host } from "./createHost.ts";
import { digest } from "./digest.ts";
import { errorBody } from "./errorBody.ts";
import { errorFromBody } from "./errorFromBody.ts";
import { pause } from "./pause.ts";
import type { Store } from "./stores/store.ts";

/** One intended run: a user's `Idempotency-Key`, bound to what was asked for under it. */
export interface Attempt {
  readonly userId: string;
  readonly key: string;
  readonly modelId: string;
  readonly input: unknown;
}

/**
 * What the store holds of an attempt. `lost` means that nobody can say whether the service took it; `refused` that it took
 * nothing, so that the key is free again.
 */
interface AttemptEntry {
  /** The host's id for the job. Absent in entries of earlier versions. */
  readonly id?: string;
  readonly asked: string;
  readonly state: "begun" | "taken" | "lost" | "refused";
  /** Since when, in milliseconds since 1970. */
  readonly at: number;
  readonly ticket?: string;
  readonly refusal?: ErrorBody;
}

/** As long as a ticket can be of use. */
const lifeMs = 24 * 3_600_000;
/** Only for those who wait at that moment. */
const refusalLifeMs = 60_000;
/** A submit that has not come to its end by then was lost together with the process that sent it. */
const longestSubmitMs = 75_000;
/** Whoever submits says so again and again. One that is not heard of for so long has died in the middle of it. */
const longestSilenceMs = 10_000;
const wordMs = 3_000;
const longestPauseMs = 500;

/** The ticket of an entry; undefined while its submit is under way. */
function ticketOf({ state, at, ticket, refusal }: AttemptEntry): string | undefined {
  if (refusal) throw errorFromBody(refusal);
  const isLost = state === "lost" || (state === "begun" && Date.now() - at > longestSubmitMs);
  if (isLost) throw new EaselError("submit_unknown");
  return ticket;
}

const sendingKey = (name: string): string => `sending:${name}`;

/** Says in the store that a submit is still under way. Returns how to stop it; what was said last ends by itself. */
function keepSaying(store: Store, name: string): () => void {
  const key = sendingKey(name);
  const until = Date.now() + longestSubmitMs;
  const say = async (): Promise<void> => {
    const isSaid = await store.replace(key, "1", "1", longestSilenceMs);
    if (!isSaid) await store.add(key, "1", longestSilenceMs);
  };
  const timer = setInterval(() => {
    if (Date.now() > until) clearInterval(timer);
    // With the store down those who wait can't be told anything.
    else void say().catch(() => undefined);
  }, wordMs);
  return () => clearInterval(timer);
}

/** With the store down nobody can say what became of a submit that somebody else has begun. */
const orUnknown = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (cause) {
    throw new EaselError("submit_unknown", { cause });
  }
};

interface BegunEntry extends AttemptEntry {
  readonly id: string;
  readonly state: "begun";
}

/**
 * Takes the key for this attempt, or waits for the ticket of the one who has it.
 *
 * @returns the ticket, or the entry that was stored because it is this one's turn to submit
 */
async function takeKey(
  store: Store,
  name: string,
  begun: BegunEntry,
): Promise<string | BegunEntry> {
  const value = JSON.stringify(begun);
  const isFree = await store.add(name, value, lifeMs).catch((cause: unknown) => {
    throw new EaselError("store_down", { cause });
  });
  if (isFree) return begun;
  let heardAt = Date.now();
  for (let pauseMs = 0; ; pauseMs = Math.min(longestPauseMs, 20 + pauseMs * 2)) {
    if (pauseMs > 0) await pause(pauseMs);
    const text = await orUnknown(store.get(name));
    const isFirstLook = pauseMs === 0;
    if (text === undefined) {
      // Its life has just ended; but one that vanishes while it is waited for may have been taken.
      if (isFirstLook) return takeKey(store, name, begun);
      throw new EaselError("submit_unknown");
    }
    const entry = JSON.parse(text) as AttemptEntry;
    if (entry.state === "refused" && isFirstLook) {
      const again = { ...begun, id: entry.id ?? begun.id };
      if (await orUnknown(store.replace(name, text, JSON.stringify(again), lifeMs))) return again;
    } else if (entry.asked === begun.asked) {
      const ticket = ticketOf(entry);
      if (ticket !== undefined) return ticket;
      if (Date.now() - heardAt > longestSilenceMs) {
        const word = await orUnknown(store.get(sendingKey(name)));
        if (word === undefined) throw new EaselError("submit_unknown");
        heardAt = Date.now();
      }
    } else {
      throw new EaselError("key_reused");
    }
  }
}

/**
 * Runs a submit once for each attempt. The same attempt again gets the first one's ticket, also while that is still under
 * way; with another input it is `key_reused`; when it was begun and nobody knows how it ended, or whoever sent it has
 * died, it is `submit_unknown`, and nothing is sent. An error that says that nothing was charged goes to all who wait for
 * it, and frees the key.
 *
 * @param submit gets the host's id for the job: a random one, which an attempt keeps that is sent again soon after a refusal,
 * unless `retireId` was called
 */
export async function onceForAttempt(
  { store, report }: Pick<Host, "store" | "report">,
  attempt: Attempt,
  submit: (id: string, retireId: () => void) => Promise<string>,
): Promise<{ readonly ticket: string; readonly repeated: boolean }> {
  const name = `attempt:${await digest(attempt.userId, attempt.key)}`;
  const asked = await digest(attempt.modelId, attempt.input);
  const id = crypto.randomUUID();
  const begun = await takeKey(store, name, { id, asked, state: "begun", at: Date.now() });
  if (typeof begun === "string") return { ticket: begun, repeated: true };

  let isIdRetired = false;
  const retireId = (): void => {
    isIdRetired = true;
  };
  /** What is known by now must reach the browser, also when the store has gone down since. */
  const settle = (end: Omit<AttemptEntry, "id" | "asked" | "at">, life: number): Promise<unknown> =>
    store
      .replace(
        name,
        JSON.stringify(begun),
        JSON.stringify({ ...begun, ...end, ...(isIdRetired ? { id: undefined } : {}) }),
        life,
      )
      .catch((cause: unknown) => {
        report({ type: "error", where: "store", cause });
      });
  const stopSaying = keepSaying(store, name);
  try {
    const ticket = await submit(begun.id, retireId).finally(stopSaying);
    await settle({ state: "taken", ticket }, lifeMs);
    return { ticket, repeated: false };
  } catch (error) {
    if (EaselError.is(error) && error.charged === "no") {
      await settle({ state: "refused", refusal: errorBody(error) }, refusalLifeMs);
    } else {
      await settle({ state: "lost" }, lifeMs);
    }
    throw error;
  }
}
