import { EaselError } from "../../protocol/EaselError.ts";
import type { Host } from "../handler/createHost.ts";
import { jobLifeMs } from "./jobEntry.ts";

/**
 * Records which submit a job's ID belongs to. A cache in front of the service can repeat the answer to another submit, whose
 * job can be another user's.
 *
 * @param id the submit's own ID
 * @throws EaselError `submit_unreadable` when the ID belongs to another submit. While the store is down nothing is checked.
 */
export async function claimJob(
  { store, report }: Host,
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
