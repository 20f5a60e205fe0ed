import { holdPageLock } from "../../ledger/currentPageId.ts";

export interface TabLeaderOptions {
  /** What the tabs share. Without a name, or in a browser without locks or channels, every tab leads. */
  readonly name: string | undefined;
  /** Called when this tab begins or ends to lead. */
  readonly onChange: () => void;
  /** Called with what another tab has posted. */
  readonly onMessage: (message: unknown) => void;
  /** @default navigator.locks */
  readonly locks?: LockManager | undefined;
}

/** One tab among several: one of them leads, and whatever one posts reaches all the others. */
export interface TabLeader {
  readonly leads: () => boolean;
  readonly post: (message: unknown) => void;
  /** Takes the lead from whichever tab has it. */
  readonly take: () => void;
  readonly stop: () => void;
}

/** Of what the tabs say to each other: after a deployment an old tab and a new one go on side by side. */
const version = 1;

/**
 * Joins the tabs of one name. The lead is a lock, so it passes on as soon as the tab that has it is closed, crashes or is
 * put away; a page that is put away holds nothing, so that the browser may keep it for the way back.
 */
export function createTabLeader(options: TabLeaderOptions): TabLeader {
  const { name, onChange, onMessage, locks = globalThis.navigator?.locks } = options;
  const isAlone = name === undefined || !locks || !("BroadcastChannel" in globalThis);
  let leads = isAlone;
  let joined: { leave: () => void; post: TabLeader["post"]; take: () => void } | undefined;

  function setLeads(next: boolean) {
    if (leads === next) return;
    leads = next;
    onChange();
  }

  function join() {
    if (locks) holdPageLock(locks);
    if (isAlone || !locks) return { leave: () => {}, post: () => {}, take: () => {} };

    const away = new AbortController();
    const { signal } = away;
    const channel = new BroadcastChannel(`easel:${version}:${name}`);
    channel.addEventListener("message", ({ data }) => onMessage(data));
    let waiting = new AbortController();

    function ask(steal: boolean) {
      // One that waits would be granted after the one that steals, to this very tab.
      waiting.abort();
      const own = new AbortController();
      waiting = own;
      const hold = () => {
        if (signal.aborted) return undefined;
        setLeads(true);
        return new Promise<void>((release) => signal.addEventListener("abort", () => release()));
      };
      const lost = (cause: unknown) => {
        if (own !== waiting || signal.aborted) return;
        // Another tab has stolen it, and it comes back when that one goes. Or there are no locks to be had here.
        const isStolen = (cause as Error).name === "AbortError";
        setLeads(!isStolen);
        if (isStolen) ask(false);
      };
      const how = steal ? { steal } : { signal: own.signal };
      locks?.request(`easel-lead:${version}:${name}`, how, hold).catch(lost);
    }
    ask(false);
    return {
      leave: () => {
        away.abort();
        waiting.abort();
        channel.close();
        setLeads(false);
      },
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin and takes none
      post: (message: unknown) => channel.postMessage(message),
      take: () => {
        if (!leads) ask(true);
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
  const shown = ({ persisted }: PageTransitionEvent) => {
    if (persisted) show();
  };
  window.addEventListener("pagehide", hide);
  window.addEventListener("pageshow", shown);
  show();

  return {
    leads: () => leads,
    post: (message) => joined?.post(message),
    take: () => joined?.take(),
    stop: () => {
      window.removeEventListener("pagehide", hide);
      window.removeEventListener("pageshow", shown);
      hide();
    },
  };
}
