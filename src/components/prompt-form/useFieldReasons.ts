"use client";
import { useCallback, useMemo, useState } from "react";
import type { DisabledReason } from "../../hooks/useDisabledReasons.ts";

export function useFieldReasons() {
  const [messages, setMessages] = useState<ReadonlyMap<string, string>>(new Map());
  const setFieldReason = useCallback((field: string, message: string | undefined) => {
    setMessages((before) => {
      const others = [...before].filter(([name]) => name !== field);
      return new Map(message === undefined ? others : [...others, [field, message]]);
    });
  }, []);
  const reasons = useMemo(
    () =>
      Array.from(messages, ([field, message]): DisabledReason => ({
        code: "preparing",
        field,
        message,
      })),
    [messages],
  );
  return { reasons, setFieldReason };
}
