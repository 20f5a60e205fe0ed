"use client";
import { useCallback, useSyncExternalStore } from "react";
import type { ModelForm } from "../../hooks/index.ts";

/**
 * Something of one field, as it stands in its form. Draws again when that becomes another, by `Object.is`.
 *
 * React Hook Form's `useController` follows all that it knows of a field, by forty hooks; we draw a value and an error.
 */
export function useFieldState<T>({ form }: ModelForm, name: string, read: () => T): T {
  const subscribe = useCallback(
    (callback: () => void) =>
      form.subscribe({
        name,
        exact: true,
        formState: { values: true, errors: true },
        callback,
      }),
    [form, name],
  );
  return useSyncExternalStore(subscribe, read, read);
}
