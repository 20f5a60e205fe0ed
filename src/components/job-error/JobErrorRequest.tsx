"use client";
import { useRef, useState } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { ActionIcon } from "../internals/ActionIcon.tsx";
import { useParts } from "../internals/useParts.ts";

export function JobErrorRequest({ requestId }: { readonly requestId: string }) {
  const part = useParts();
  const text = useEasel().labels.result;
  const code = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState<string>();
  const isCopied = copied === requestId;

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(requestId);
      setCopied(requestId);
    } catch {
      // Without access to the clipboard, the user can still copy the selected text.
      if (code.current) getSelection()?.selectAllChildren(code.current);
    }
  }

  return (
    <details {...part("job-error-request", "caption")}>
      <summary {...part("job-error-request-toggle", "line")}>{text.requestId}</summary>
      <div {...part("job-error-request-content", "row")}>
        <code dir="ltr" ref={code}>
          {requestId}
        </code>
        <button
          {...part("job-error-copy", "button")}
          aria-label={text.copyRequestId}
          onClick={() => void copy()}
        >
          <ActionIcon partName="job-error-icon" name={isCopied ? "check" : "copy"} />
          {text.copy}
        </button>
        <span role="status" {...part("job-error-copied", "visually-hidden")}>
          {isCopied && text.copied}
        </span>
      </div>
    </details>
  );
}
