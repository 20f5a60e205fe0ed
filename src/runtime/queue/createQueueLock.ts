interface QueueLockOptions {
  readonly name: string;
  /** Whether tabs share the queue. */
  readonly isShared: boolean;
  /** Called when this tab starts or stops sending. */
  readonly onChange: () => void;
  /** Called when another tab changes the queue, or starts or stops sending. */
  readonly onOthersChange: () => void;
}

/** `hello`: a tab has opened the queue. `stop`: the tab that sends entries must stop. `changed`: entries changed. */
type Message = "hello" | "started" | "stopped" | "stop" | "changed";

interface Turn {
  readonly controller: AbortController;
  isGranted: boolean;
}

/** Lets only one tab send a queue's entries. A tab stops on `pagehide`, and never starts without a call of `acquire`. */
export function createQueueLock(options: QueueLockOptions) {
  const { name, isShared, onChange, onOthersChange } = options;
  const locks = isShared ? globalThis.navigator?.locks : undefined;
  let turn: Turn | undefined;
  let isElsewhere = false;
  let channel: BroadcastChannel | undefined;
  /** Without Web Locks, the end of this tab's last turn. */
  let lastTurn = Promise.resolve();

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target origin
  const post = (message: Message) => channel?.postMessage(message);

  function receive({ data }: MessageEvent<Message>): void {
    if (data === "stop") release();
    else if (data === "hello") {
      if (turn?.isGranted) post("started");
    } else {
      if (data !== "changed") isElsewhere = data === "started";
      onOthersChange();
    }
  }

  function release(): void {
    const wasGranted = turn?.isGranted;
    turn?.controller.abort();
    turn = undefined;
    if (wasGranted) post("stopped");
    onChange();
  }

  async function hold(own: Turn, run: (isCurrent: () => boolean) => Promise<void>) {
    if (turn !== own) return;
    own.isGranted = true;
    isElsewhere = false;
    post("started");
    onChange();
    try {
      await run(() => turn === own);
    } finally {
      if (turn === own) release();
    }
  }

  function open(): void {
    if (channel || !isShared || !("BroadcastChannel" in globalThis)) return;
    channel = new BroadcastChannel(`easel-${name}`);
    channel.addEventListener("message", receive);
    post("hello");
  }

  function close(): void {
    release();
    channel?.close();
    channel = undefined;
    isElsewhere = false;
  }

  return {
    /** Listens to other tabs, except while the page is in the back/forward cache. Returns a function that stops. */
    open: () => {
      const controller = new AbortController();
      const { signal } = controller;
      window.addEventListener("pagehide", close, { signal });
      const show = ({ persisted }: PageTransitionEvent) => {
        if (!persisted) return;
        open();
        onOthersChange();
      };
      window.addEventListener("pageshow", show, { signal });
      open();
      return () => {
        controller.abort();
        close();
      };
    },
    /** Calls `run` when no other tab runs the queue. */
    acquire: (run: (isCurrent: () => boolean) => Promise<void>) => {
      if (turn) return;
      const own: Turn = { controller: new AbortController(), isGranted: false };
      turn = own;
      const { signal } = own.controller;
      const runAlone = () => {
        lastTurn = lastTurn.then(() => hold(own, run));
      };
      // If the browser denies Web Locks, the request is rejected before it's granted.
      const handleLoss = () => (turn === own && !own.isGranted ? runAlone() : undefined);
      if (locks) {
        locks.request(`easel-${name}`, { signal }, () => hold(own, run)).catch(handleLoss);
      } else runAlone();
      onChange();
    },
    release,
    post,
    isRunning: () => turn !== undefined && (turn.isGranted || !isElsewhere),
    isElsewhere: () => isElsewhere,
  };
}
