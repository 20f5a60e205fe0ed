"use client";
import { useRef, useSyncExternalStore } from "react";
import type { ModelForm } from "../../hooks/index.ts";

type Form = ModelForm["form"];
type Subscribe = (listener: () => void) => () => void;

/** One subscription for all who read a form, however many fields it has. */
function shareChanges(form: Form): Subscribe {
  const listeners = new Set<() => void>();
  let stop = () => {};
  return (listener) => {
    if (listeners.size === 0) {
      stop = form.subscribe({
        formState: { values: true, errors: true },
        callback: () => {
          for (const tell of listeners) tell();
        },
      });
    }
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) stop();
    };
  };
}

const shared = new WeakMap<Form, Subscribe>();

function changesOf(form: Form): Subscribe {
  const changes = shared.get(form) ?? shareChanges(form);
  shared.set(form, changes);
  return changes;
}

const isSame = (before: readonly unknown[], now: readonly unknown[]): boolean =>
  before.length === now.length && now.every((one, index) => Object.is(one, before[index]));

/**
 * Some values and errors of a form, as they stand. Draws again when one of those that `read` gives becomes another.
 *
 * In place of React Hook Form's `useController` and `useWatch`, which keep forty hooks a field for all that it may be asked.
 */
export function useFormSnapshot<T extends readonly unknown[]>(form: Form, read: () => T): T {
  const last = useRef<T>(undefined);
  function readAgain(): T {
    const now = read();
    if (!last.current || !isSame(last.current, now)) last.current = now;
    return last.current;
  }
  return useSyncExternalStore(changesOf(form), readAgain, readAgain);
}
