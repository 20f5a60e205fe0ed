/** One event of a stream of server-sent events. */
export interface StreamEvent {
  readonly id: number;
  /** @default "message" */
  readonly name?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface EventSink {
  readonly send: (event: StreamEvent) => void;
  /** Ends the stream; the browser comes back once, and is told then that there is no more. */
  readonly end: () => void;
  /** Ends the stream, and asks the browser to come back to another process. */
  readonly restart: () => void;
}

/** Below what proxies take for a dead connection. */
const heartbeatMs = 15_000;
/** How long a browser waits before it comes back to a stream that broke, in milliseconds. */
const reconnectMs = 2_000;
/** The same for a stream that a shutdown ended, and up to twice as long, so that not all come back at once. */
const restartMs = 2_000;

/**
 * A body of server-sent events, with a sign of life every 15 seconds.
 *
 * @param open called once; what it returns is called once when the stream ends, whoever ends it
 */
export function eventStream(open: (sink: EventSink) => () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let close = (): void => undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let isOpen = true;
      let leave: (() => void) | undefined;
      const write = (text: string): void => {
        if (isOpen) controller.enqueue(encoder.encode(text));
      };
      const heartbeat = setInterval(() => {
        // One that reads nothing is not sent more and more.
        if ((controller.desiredSize ?? 0) > -8) write(": still here\n\n");
      }, heartbeatMs);
      close = () => {
        isOpen = false;
        clearInterval(heartbeat);
        leave?.();
        leave = undefined;
      };
      const end = (): void => {
        if (!isOpen) return;
        close();
        controller.close();
      };
      write(`retry: ${reconnectMs}\n\n`);
      leave = open({
        send({ id, name, data }) {
          const event = name === undefined ? "" : `event: ${name}\n`;
          write(`id: ${id}\n${event}data: ${JSON.stringify(data)}\n\n`);
        },
        end,
        restart() {
          write(`retry: ${Math.round(restartMs * (1 + Math.random()))}\n\n`);
          end();
        },
      });
      // It may have ended while it was opened.
      if (!isOpen) close();
    },
    cancel: () => close(),
  });
}
