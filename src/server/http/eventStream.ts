interface EventSink {
  readonly send: (event: { id: number; name?: string; data: object }) => void;
  /** Ends the stream. The browser then reconnects, and receives a 204 if the job has ended. */
  readonly end: () => void;
  /** Ends the stream, so that the browser reconnects to another process. */
  readonly restart: () => void;
}

/** Interval between heartbeats. It's shorter than proxies' idle timeouts. */
const heartbeatMs = 15_000;
const reconnectMs = 2_000;
/** Minimum delay before a browser reconnects to another process. A random delay of up to the same length is added. */
const restartMs = 2_000;

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
      if (!isOpen) close();
    },
    cancel: () => close(),
  });
}
