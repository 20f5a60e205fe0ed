import { holdPageLock } from "../../ledger/currentPageId.ts";

interface TabLeaderOptions {
  /** Name that the tabs share. If the name, Web Locks, or BroadcastChannel is missing, every tab is a leader. */
  readonly name: string | undefined;
  readonly onChange: () => void;
  readonly onMessage: (message: unknown) => void;
  readonly locks?: LockManager | undefined;
}

/** Version in lock and channel names. After a deployment, open tabs may run different versions of the app. */
const version = 1;

/**
 * Elects a leader among the tabs with the same name. The leader holds a Web Lock, so another tab takes over when the
 * leader closes or crashes. On `pagehide`, the lock is released so that the page can enter the back/forward cache.
 */
export function createTabLeader(options: TabLeaderOptions) {
  const { name, onChange, onMessage, locks = globalThis.navigator?.locks } = options;
  const isAlone = name === undefined || !locks || !("BroadcastChannel" in globalThis);
  let isLeader = isAlone;
  let joined: ReturnType<typeof join>;

  function setIsLeader(next: boolean) {
    if (isLeader === next) return;
    isLeader = next;
    onChange();
  }

  function join() {
    if (locks) holdPageLock(locks);
    if (isAlone || !locks) return undefined;
    const left = new AbortController();
    const { signal } = left;
    const channel = new BroadcastChannel(`easel:${version}:${name}`);
    channel.addEventListener("message", ({ data }) => onMessage(data));
    let waiting = new AbortController();

    function request(steal: boolean) {
      // Cancels this tab's previous request, which would otherwise be granted later.
      waiting.abort();
      const own = new AbortController();
      waiting = own;
      const hold = () => {
        if (signal.aborted) return undefined;
        setIsLeader(true);
        return new Promise<void>((release) => signal.addEventListener("abort", () => release()));
      };
      const handleLoss = (cause: unknown) => {
        if (own !== waiting || signal.aborted) return;
        // `AbortError` means that another tab stole the lock. Any other error means that Web Locks don't work here.
        const isStolen = (cause as Error).name === "AbortError";
        setIsLeader(!isStolen);
        if (isStolen) request(false);
      };
      const lockOptions = steal ? { steal } : { signal: own.signal };
      locks?.request(`easel-lead:${version}:${name}`, lockOptions, hold).catch(handleLoss);
    }
    request(false);
    return {
      leave: () => {
        left.abort();
        waiting.abort();
        channel.close();
        setIsLeader(false);
      },
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target origin
      post: (message: unknown) => channel.postMessage(message),
      claim: () => {
        if (!isLeader) request(true);
      },
    };
  }

  const hide = () => {
    joined?.leave();
    joined = undefined;
  };
  const show = () => {
    joined ??= join();
  };
  const handlePageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) show();
  };
  window.addEventListener("pagehide", hide);
  window.addEventListener("pageshow", handlePageShow);
  show();

  return {
    isLeader: () => isLeader,
    post: (message: unknown) => joined?.post(message),
    claim: () => joined?.claim(),
    stop: () => {
      window.removeEventListener("pagehide", hide);
      window.removeEventListener("pageshow", handlePageShow);
      hide();
    },
  };
}
