"use client";
import { useRef, useSyncExternalStore } from "react";
import type { ModelForm } from "../../hooks/useModelForm.ts";

type Form = ModelForm["form"];
type Subscribe = (listener: () => void) => () => void;

const shared = new WeakMap<Form, Subscribe>();

function changesOf(form: Form): Subscribe {
  const known = shared.get(form);
  if (known) return known;
  const listeners = new Set<() => void>();
  const callback = () => listeners.forEach((tell) => tell());
  let stop = () => {};
  const subscribe: Subscribe = (listener) => {
    if (listeners.size === 0) {
      stop = form.subscribe({ formState: { values: true, errors: true }, callback });
    }
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) stop();
    };
  };
  shared.set(form, subscribe);
  return subscribe;
}

const isSame = (before: readonly unknown[], now: readonly unknown[]): boolean =>
  before.length === now.length && now.every((one, index) => Object.is(one, before[index]));

/** Returns `read`'s values. Re-renders if one changes. `useController` and `useWatch` would need 40 hooks per field. */
export function useFormSnapshot<T extends readonly unknown[]>(form: Form, read: () => T): T {
  const last = useRef<T>(undefined);
  function readAgain(): T {
    const now = read();
    if (!last.current || !isSame(last.current, now)) last.current = now;
    return last.current;
  }
  return useSyncExternalStore(changesOf(form), readAgain, readAgain);
}
