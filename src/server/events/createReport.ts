import { createConsoleLog } from "./createConsoleLog.ts";
import type { HandlerEvent, Report } from "./handlerEvent.ts";

export function createReport(hooks: { onEvent?(event: HandlerEvent): unknown }): Report {
  const print = createConsoleLog();
  const onFault = (cause: unknown): void => print({ type: "error", where: "onEvent", cause });
  return (event) => {
    try {
      const result: unknown = hooks.onEvent ? hooks.onEvent(event) : print(event);
      if (result instanceof Promise) result.catch(onFault);
    } catch (cause) {
      onFault(cause);
    }
  };
}
