import { EaselError } from "../../protocol/EaselError.ts";
import { OwnError } from "../events/ownError.ts";
import { errorBody } from "../http/errorBody.ts";
import { digest } from "../security/digest.ts";
import type { StoreCheck } from "../stores/createStoreCheck.ts";
import type { WriteBack } from "../stores/createWriteBack.ts";
import { dropOldest } from "../stores/dropOldest.ts";
import type { Store } from "../stores/store.ts";
import { parseAttempt, type AttemptEntry, type ReservedEntry } from "./attemptEntry.ts";
import { startHeartbeat } from "./attemptHeartbeat.ts";
import { attemptLifeMs, reserveAttempt } from "./reserveAttempt.ts";

export interface SubmitAttempt {
  readonly userId: string;
  readonly key: string;
  readonly asked: string;
}

export interface Reservation {
  readonly id: string;
  readonly retireId: () => void;
  /** Call this right before sending. Throws `store_down`, or `submit_unknown` if the attempt was taken over. */
  readonly startSending: () => Promise<void>;
}

interface SubmitAnswer {
  readonly ticket: string;
  readonly repeated: boolean;
}

type Submit = (reservation: Reservation) => Promise<string>;

interface Known {
  readonly asked: string;
  readonly answer: Promise<SubmitAnswer>;
  readonly since: number;
  /** Restores the stored attempt. Set only once, after the submission has settled, so that it's queued only once. */
  restore?: () => Promise<void>;
}

const refusalLifeMs = 60_000;
const maxKnown = 2_000;

const maxWrites = 5;
const storeForgets =
  "The store accepts attempts but doesn't keep them, so an attempt could be charged twice. Check the store's memory limit and eviction policy.";

const isFree = (error: unknown): error is EaselError =>
  EaselError.is(error) && error.charged === "no";

/**
 * Creates a function that submits each attempt at most once. Only the owner of a stored attempt can change its state,
 * so a submission never sends an attempt that another submission has taken over. This process also keeps its attempts
 * in memory, to respond to repeats while the store is down and to restore lost entries.
 */
export function createAttempts(
  store: Store,
  writeBack: WriteBack,
  check: Pick<StoreCheck, "ensure" | "noteLoss">,
) {
  const known = new Map<string, Known>();

  async function restore(name: string, text: string): Promise<void> {
    if (await store.add(name, text, attemptLifeMs)) check.noteLoss();
  }

  /**
   * Writes an attempt's next state. Returns false if another submission owns the attempt. Throws `store_down` if the
   * store keeps losing the attempt.
   */
  async function move(
    name: string,
    next: AttemptEntry,
    lifeMs = attemptLifeMs,
    tries = maxWrites,
  ): Promise<boolean> {
    if (tries === 0) throw new EaselError("store_down", { cause: new OwnError(storeForgets) });
    const nextText = JSON.stringify(next);
    const text = await store.get(name);
    // A previous try wrote this state, but the store's reply was lost.
    if (text === nextText) return true;
    if (text === undefined) {
      if (next.state === "refused") return true;
      await restore(name, nextText);
    } else {
      if (parseAttempt(text)?.owner !== next.owner) return false;
      if (await store.replace(name, text, nextText, lifeMs)) return true;
    }
    return move(name, next, lifeMs, tries - 1);
  }

  const keepRefusal = (name: string, entry: AttemptEntry, error: EaselError): Promise<void> => {
    const refusal = error.code === "store_down" ? undefined : errorBody(error);
    const next: AttemptEntry = { ...entry, state: "refused", refusal };
    return writeBack.keep(() => move(name, next, refusalLifeMs));
  };

  async function keepOutcome(name: string, entry: AttemptEntry): Promise<void> {
    const sent = known.get(name);
    const text = JSON.stringify(entry);
    if (sent) sent.restore = () => restore(name, text);
    // If another submission owns the attempt, the store must have lost this submission's entry.
    await writeBack.keep(async () => (await move(name, entry)) || check.noteLoss());
  }

  async function send(name: string, reserved: ReservedEntry, submit: Submit): Promise<string> {
    let entry: AttemptEntry = reserved;
    let isTakenOver = false;
    const stop = startHeartbeat(store, name, () => restore(name, JSON.stringify(entry)));
    try {
      const ticket = await submit({
        id: reserved.id,
        retireId() {
          entry = { ...entry, id: undefined };
        },
        async startSending() {
          entry = { ...entry, state: "sending" };
          isTakenOver = !(await move(name, entry));
          if (isTakenOver) throw new EaselError("submit_unknown");
        },
      }).finally(stop);
      await keepOutcome(name, { ...entry, state: "taken", ticket });
      return ticket;
    } catch (error) {
      if (isFree(error)) await keepRefusal(name, entry, error);
      else if (!isTakenOver) await keepOutcome(name, { ...entry, state: "lost" });
      throw error;
    }
  }

  async function begin(name: string, asked: string, submit: Submit): Promise<SubmitAnswer> {
    await check.ensure();
    await writeBack.flush();
    const own: ReservedEntry = {
      v: 1,
      owner: crypto.randomUUID(),
      id: crypto.randomUUID(),
      asked,
      state: "reserved",
      at: Date.now(),
    };
    const reserved = await reserveAttempt(store, name, own).catch(async (error: unknown) => {
      if (EaselError.is(error) && error.code === "store_down") await keepRefusal(name, own, error);
      throw error;
    });
    if (typeof reserved === "string") return { ticket: reserved, repeated: true };
    return { ticket: await send(name, reserved, submit), repeated: false };
  }

  function remember(name: string, entry: Known): void {
    known.set(name, entry);
    const forgetUnsent = (): void => {
      if (!entry.restore && known.get(name) === entry) known.delete(name);
    };
    entry.answer.then(forgetUnsent, forgetUnsent);
    dropOldest(known, maxKnown);
  }

  async function repeat({ answer, restore: write }: Known): Promise<SubmitAnswer> {
    if (write) await writeBack.keep(write);
    try {
      return { ...(await answer), repeated: true };
    } catch (error) {
      throw isFree(error) ? error : new EaselError("submit_unknown", { cause: error });
    }
  }

  return {
    /**
     * Submits an attempt once. A repeat gets the ticket or error of the first submission, even if it's still in flight.
     * After an error with `charged: "no"`, the attempt can be sent again.
     */
    async submitOnce(attempt: SubmitAttempt, submit: Submit): Promise<SubmitAnswer> {
      const { userId, key, asked } = attempt;
      // The user comes first in the key, so that a store can limit each user's entries.
      const name = `attempt:${await digest(userId)}:${await digest(key)}`;
      const earlier = known.get(name);
      if (!earlier || performance.now() - earlier.since > attemptLifeMs) {
        const answer = begin(name, asked, submit);
        remember(name, { asked, answer, since: performance.now() });
        return answer;
      }
      if (earlier.asked !== asked) throw new EaselError("key_reused");
      return repeat(earlier);
    },
  };
}
