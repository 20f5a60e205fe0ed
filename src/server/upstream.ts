import { EaselError } from "../protocol/index.ts";
import type { Host } from "./createHost.ts";
import type { HandlerEvent } from "./handlerEvent.ts";

type Call = Extract<HandlerEvent, { type: "upstream" }>["call"];

/** A call to the service, reported with its length and its outcome. */
export async function upstream<T>(host: Host, call: Call, ask: () => Promise<T>): Promise<T> {
  const start = Date.now();
  const end = (): { type: "upstream"; call: Call; ms: number } => ({
    type: "upstream",
    call,
    ms: Date.now() - start,
  });
  try {
    const answer = await ask();
    host.report(end());
    return answer;
  } catch (error) {
    host.report({ ...end(), code: EaselError.is(error) ? error.code : "internal" });
    throw error;
  }
}
