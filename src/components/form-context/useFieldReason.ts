"use client";
import { useEffect } from "react";
import { usePromptForm } from "./PromptFormContext.ts";

export function useFieldReason(part: string, name: string, message: string | undefined): void {
  const { setFieldReason } = usePromptForm(part);
  useEffect(() => {
    if (message === undefined) return undefined;
    setFieldReason(name, message);
    return () => setFieldReason(name, undefined);
  }, [setFieldReason, name, message]);
}
