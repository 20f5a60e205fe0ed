import type { Report } from "../events/handlerEvent.ts";

/** Reports a fault of the store instead of throwing it. */
export async function tryStore(report: Report, call: () => Promise<unknown>): Promise<void> {
  await call().catch((cause: unknown) => report({ type: "error", where: "store", cause }));
}
