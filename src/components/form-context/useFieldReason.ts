"use client";
import { useEffect } from "react";
import { usePromptForm } from "./PromptFormContext.ts";

/**
 * Lets a field say why nothing can be generated yet, for as long as it gives a message: its picture is still on its way,
 * say. It stands among the form's reasons with a button that leads to the field, and ends with the field.
 */
export function useFieldReason(part: string, name: string, message: string | undefined): void {
  const { setFieldReason } = usePromptForm(part);
  useEffect(() => {
    if (message === undefined) return undefined;
    setFieldReason(name, message);
    return () => setFieldReason(name, undefined);
  }, [setFieldReason, name, message]);
}
