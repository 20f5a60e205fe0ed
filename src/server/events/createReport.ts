import { createConsoleLog } from "./createConsoleLog.ts";
import type { HandlerEvent, Report } from "./handlerEvent.ts";

/** Creates the function that reports events to `onEvent`, or to the console without one. It never throws. */
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
