import { type CloseOptions, readTimeout } from "../handler/handler.ts";
import { settlesWithin } from "../timing/settlesWithin.ts";

interface Connections {
  closeIdleConnections?(): void;
  closeAllConnections?(): void;
}

export interface ClosableServer extends Connections {
  close(callback: () => void): unknown;
  readonly server?: Connections;
}

export interface CloseOnSignalOptions extends CloseOptions {
  /** Called last, with the remaining `timeoutMs` or at least 1 second to finish. Errors are logged to the console. */
  onClosed?(): void | Promise<void>;
}

const signals = ["SIGTERM", "SIGINT"] as const;

/** Interval for closing idle connections, because `close` ends only those that are idle when it is called. */
const idleCheckMs = 100;

const leastClosedMs = 1_000;

/**
 * Shuts down on SIGTERM or SIGINT without losing a paid call. The process exits when all responses are sent, after
 * `timeoutMs` plus 1 second for `onClosed`, or on a second signal. Returns a function that stops listening for signals.
 *
 * @example
 * const server = http.createServer(toNodeListener(handler)).listen(3000);
 * closeOnSignal(server, handler);
 */
export function closeOnSignal(
  server: ClosableServer,
  handler: { close(options?: CloseOptions): Promise<boolean> },
  options: CloseOnSignalOptions = {},
): () => void {
  const timeoutMs = readTimeout(options);
  const connections = server.server ?? server;
  async function close(): Promise<void> {
    stop();
    const start = performance.now();
    const idleCheck = setInterval(() => connections.closeIdleConnections?.(), idleCheckMs);
    const closed = Promise.all([
      handler.close({ timeoutMs }),
      new Promise<void>((resolve) => void server.close(resolve)),
    ]);
    await settlesWithin(closed, timeoutMs).finally(() => clearInterval(idleCheck));
    connections.closeAllConnections?.();
    const leftMs = timeoutMs - (performance.now() - start);
    await settlesWithin((async () => options.onClosed?.())(), Math.max(leftMs, leastClosedMs));
  }
  const onSignal = (): void => {
    close()
      .catch((cause: unknown) => console.error(cause))
      .finally(() => process.exit());
  };
  const stop = (): void => {
    for (const signal of signals) process.off(signal, onSignal);
  };
  for (const signal of signals) process.on(signal, onSignal);
  return stop;
}
