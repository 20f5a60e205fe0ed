import type { JobRecord } from "./backend.ts";
import type { Host } from "./createHost.ts";
import type { TicketedJob } from "./createTickets.ts";

/** Longer than a ticket is good for by default. */
const lifeMs = 48 * 3_600_000;

/** Tells the host of a run's end, once however often and wherever it is looked up. Never throws. */
export async function meter(
  host: Host,
  { userId, requestId, modelId }: TicketedJob,
  { state, metrics }: JobRecord,
): Promise<void> {
  if (!host.options.afterResult || (state !== "completed" && state !== "failed")) return;
  const { cost, remainingCredits } = metrics ?? {};
  let where: "store" | "afterResult" = "store";
  try {
    if (!(await host.store.add(`metered:${requestId}`, "1", lifeMs))) return;
    where = "afterResult";
    await host.options.afterResult({
      userId,
      modelId,
      requestId,
      state,
      ...(cost === undefined ? {} : { cost }),
      ...(remainingCredits === undefined ? {} : { remainingCredits }),
    });
  } catch (cause) {
    host.report({ type: "error", where, cause });
  }
}
