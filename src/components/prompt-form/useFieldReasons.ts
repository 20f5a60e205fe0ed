"use client";
import { useCallback, useState } from "react";
import type { DisabledReason } from "../../hooks/useDisabledReasons.ts";

export function useFieldReasons() {
  const [reasons, setReasons] = useState<readonly DisabledReason[]>([]);
  const setFieldReason = useCallback((field: string, message: string | undefined) => {
    setReasons((before) => {
      const others = before.filter((reason) => reason.field !== field);
      return message === undefined ? others : [...others, { code: "preparing", field, message }];
    });
  }, []);
  return { reasons, setFieldReason };
}
