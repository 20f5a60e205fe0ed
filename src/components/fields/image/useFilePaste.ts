"use client";
import { useEffect, type RefObject } from "react";
import { useStableActions } from "../../../hooks/useStableActions.ts";
import { fileIn } from "./useFileDrop.ts";

const isTextBox = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && /^(text|search|url)$/.test(target.type));

/** Calls `take` with a file pasted into the form. Pasting a file and text into a text box pastes only the text. */
export function useFilePaste(
  within: RefObject<HTMLElement | null>,
  take: (file: File) => void,
): void {
  const { takeFile } = useStableActions({ takeFile: take });
  useEffect(() => {
    const element = within.current?.closest("form") ?? within.current;
    function handlePaste(event: Event): void {
      const { clipboardData, defaultPrevented, target } = event as ClipboardEvent;
      const file = clipboardData && fileIn(clipboardData);
      if (!file || defaultPrevented) return;
      if (isTextBox(target) && clipboardData.getData("text/plain") !== "") return;
      event.preventDefault();
      takeFile(file);
    }
    element?.addEventListener("paste", handlePaste);
    return () => element?.removeEventListener("paste", handlePaste);
  }, [within, takeFile]);
}
