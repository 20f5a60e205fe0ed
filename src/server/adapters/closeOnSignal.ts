import type { CloseOptions } from "../handler/handler.ts";
import { readTimeout } from "../handler/readTimeout.ts";
import { settlesWithin } from "../timing/settlesWithin.ts";

interface Connections {
  closeIdleConnections?(): void;
  closeAllConnections?(): void;
}

/** As much of a server as is needed: what `listen` of node:http or Express and Hono's `serve` return, or a Fastify app. */
export interface ClosableServer extends Connections {
  close(callback: () => void): unknown;
  /** A Fastify app's. */
  readonly server?: Connections;
}

export interface CloseOnSignalOptions extends CloseOptions {
  /**
   * Called last, to close what the handler used, such as a Redis client. It has what is left of `timeoutMs`, and at least 1
   * second. An error is printed.
   */
  onClosed?(): void | Promise<void>;
}

const signals = ["SIGTERM", "SIGINT"] as const;

/** Node closes connections that are idle when a server is closed, and none that become idle later. */
const idleCheckMs = 100;

/** The time that `onClosed` has when the rest of a shutdown took all of it. */
const leastClosedMs = 1_000;

/**
 * Shuts a Node process down on SIGTERM or SIGINT without losing a paid call: the server accepts no more connections, the
 * handler is closed (see `Handler.close`), and answers on their way are sent. The process ends when all that is done, after
 * `timeoutMs` and 1 second for `onClosed` at the latest, or at once with a second signal.
 *
 * @returns stops listening for signals
 * @throws TypeError for a `timeoutMs` that is no number of milliseconds
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
    // A second signal ends the process, as it does without this.
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
