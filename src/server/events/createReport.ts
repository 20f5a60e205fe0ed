import { createConsoleLog } from "./createConsoleLog.ts";
import type { HandlerEvent, Report } from "./handlerEvent.ts";

/** Reports events to `onEvent`, or to the console. Never throws. */
export function createReport(hooks: { onEvent?(event: HandlerEvent): unknown }): Report {
  const print = createConsoleLog();
  const onFault = (cause: unknown): void => print({ type: "error", where: "onEvent", cause });
  return (event) => {
    if (!hooks.onEvent) {
      print(event);
      return;
    }
    try {
      const result = hooks.onEvent(event);
      if (result instanceof Promise) result.catch(onFault);
    } catch (cause) {
      onFault(cause);
    }
  };
}
