import type { Report } from "../events/handlerEvent.ts";

export async function tryStore(report: Report, call: () => Promise<unknown>): Promise<void> {
  await call().catch((cause: unknown) => report({ type: "error", where: "store", cause }));
}
