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
  /** Called last. It has the rest of `timeoutMs`, or at least 1 second, to settle. Errors are logged to the console. */
  onClosed?(): void | Promise<void>;
}

const signals = ["SIGTERM", "SIGINT"] as const;

/** How often to close idle connections. `server.close` closes only those that are idle when it is called. */
const idleCheckMs = 100;

const leastClosedMs = 1_000;

/**
 * Shuts down the server and the handler on SIGTERM or SIGINT. Waits for submissions and other responses in progress, so
 * that no paid job is lost, and then exits the process after at most `timeoutMs` plus 1 second. A second signal ends
 * the process immediately. Returns a function that removes the signal listeners.
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
