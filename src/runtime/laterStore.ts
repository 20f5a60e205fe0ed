import type { Later } from "../client/createLater.ts";

/** Something that changes, to be read and listened to. */
export interface Store<Item, Change = void> {
  /** The same array until something changes. */
  readonly list: () => readonly Item[];
  readonly subscribe: (listener: (change?: Change) => void) => () => void;
}

const none: readonly never[] = [];

/** A store before its code is there: empty until then, and who listens hears of it when it comes. */
export function laterStore<Item, Change>(later: Later<Store<Item, Change>>): Store<Item, Change> {
  return {
    list: () => later.now()?.list() ?? none,
    subscribe: (listener) => {
      let leave = () => {};
      const isLate = !later.now();
      const cancel = later.whenThere((store) => {
        leave = store.subscribe(listener);
        if (isLate) listener();
      });
      return () => {
        cancel();
        leave();
      };
    },
  };
}
