import { EaselError } from "../../protocol/EaselError.ts";
import type { Report } from "../events/handlerEvent.ts";
import type { Store } from "../stores/store.ts";
import { jobLifeMs } from "./createJobEntries.ts";

/**
 * Stores which submit a job belongs to. A cache in front of the service can repeat the answer to another submit,
 * whose job can be another user's.
 *
 * @throws EaselError `submit_unreadable` for another submit's job. While the store is down nothing is checked.
 */
export async function claimJob(
  { store, report }: { readonly store: Store; readonly report: Report },
  id: string,
  requestId: string,
): Promise<void> {
  const key = `owner:${requestId}`;
  let owner: string | undefined;
  try {
    owner = (await store.add(key, id, jobLifeMs)) ? id : await store.get(key);
  } catch (cause) {
    report({ type: "error", where: "store", cause });
  }
  if (owner !== undefined && owner !== id) {
    throw new EaselError("submit_unreadable", {
      message: "The service replied with the ID of another job.",
    });
  }
}
