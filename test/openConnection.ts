import { connect } from "node:net";

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** One connection to a local server, for requests that `fetch` can't send. */
export interface Connection {
  readonly write: (bytes: string | Uint8Array) => void;
  /** Reads the next response, which must have a content-length. Rejects if the connection ends before it's complete. */
  readonly read: () => Promise<RawAnswer>;
  /** Resolves if the server closes the connection, and rejects if it is reset. */
  readonly closed: Promise<void>;
  readonly destroy: () => void;
}

function parseAnswer(buffer: Buffer): { answer: RawAnswer; length: number } | undefined {
  const headEnd = buffer.indexOf("\r\n\r\n");
  if (headEnd < 0) return undefined;
  const [line = "", ...lines] = buffer.subarray(0, headEnd).toString("latin1").split("\r\n");
  const headers = Object.fromEntries(
    lines.map((text) => {
      const [name = "", ...value] = text.split(":");
      return [name.toLowerCase(), value.join(":").trim()] as const;
    }),
  );
  const start = headEnd + 4;
  const length = start + Number(headers["content-length"] ?? 0);
  if (buffer.length < length) return undefined;
  const text = buffer.subarray(start, length).toString();
  return { answer: { status: Number(line.split(" ")[1]), headers, text }, length };
}

export function openConnection(port: number): Connection {
  const socket = connect(port, "127.0.0.1");
  let received: Buffer = Buffer.alloc(0);
  let wake = (): void => undefined;
  let isOver = false;
  const closed = new Promise<void>((resolve, reject) => {
    socket.on("error", reject);
    socket.on("close", () => resolve());
  });
  closed
    .catch(() => undefined)
    .finally(() => {
      isOver = true;
      wake();
    });
  socket.on("data", (chunk) => {
    received = Buffer.concat([received, chunk]);
    wake();
  });
  return {
    write: (bytes) => void socket.write(bytes),
    async read() {
      for (;;) {
        const parsed = parseAnswer(received);
        if (parsed) {
          received = received.subarray(parsed.length);
          return parsed.answer;
        }
        if (isOver) throw new Error("The connection ended before an answer.");
        // oxlint-disable-next-line eslint/no-await-in-loop -- chunks arrive sequentially
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    closed,
    destroy: () => socket.destroy(),
  };
}
