interface Request {
  readonly name: string;
  readonly shared: boolean;
  readonly grant: () => Promise<unknown>;
  readonly settle: (error?: Error) => void;
}

/** Creates Web Locks for tests, with exclusive and shared modes, queues, `steal`, `signal`, and `query`. */
export function createFakeLocks() {
  let held: Request[] = [];
  let waiting: Request[] = [];

  async function release(request: Request) {
    await request.grant();
    held = held.filter((one) => one !== request);
    request.settle();
    drain();
  }

  function drain() {
    for (const request of waiting) {
      const others = held.filter(({ name }) => name === request.name);
      const isFree = others.length === 0 || (request.shared && others.every((one) => one.shared));
      if (!isFree) continue;
      waiting = waiting.filter((one) => one !== request);
      held.push(request);
      void release(request);
    }
  }

  const aborted = () => new DOMException("gone", "AbortError");

  const request = (name: string, options: LockOptions, hold: () => unknown): Promise<void> =>
    new Promise((resolve, reject) => {
      const { mode, steal, signal } = options;
      const settle = (error?: Error) => (error ? reject(error) : resolve());
      const own: Request = {
        name,
        shared: mode === "shared",
        grant: async () => hold(),
        settle,
      };
      if (steal) {
        for (const lost of held.filter((one) => one.name === name)) lost.settle(aborted());
        held = held.filter((one) => one.name !== name);
        waiting.unshift(own);
      } else {
        waiting.push(own);
      }
      signal?.addEventListener("abort", () => {
        if (!waiting.includes(own)) return;
        waiting = waiting.filter((one) => one !== own);
        reject(aborted());
      });
      queueMicrotask(drain);
    });

  return {
    request,
    query: async () => ({ held: held.map(({ name }) => ({ name })), pending: [] }),
  } as unknown as LockManager;
}

const channels = new Set<FakeChannel>();

/** Fake `BroadcastChannel` that delivers messages in the next microtask. */
export class FakeChannel extends EventTarget {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
    channels.add(this);
  }

  postMessage(data: unknown): void {
    for (const other of channels) {
      if (other === this || other.name !== this.name) continue;
      const copy = structuredClone(data);
      queueMicrotask(() => {
        if (channels.has(other)) other.dispatchEvent(new MessageEvent("message", { data: copy }));
      });
    }
  }

  close(): void {
    channels.delete(this);
  }
}
