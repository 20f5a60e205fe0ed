"use client";
import { useParts } from "../internals/useParts.ts";

export interface StudioNoticeProps {
  readonly message: string;
  readonly action: string;
  readonly act: () => void;
}

/** Renders a live region with a message about the result and a button. */
export function StudioNotice({ notice }: { readonly notice: StudioNoticeProps | undefined }) {
  const part = useParts();
  return (
    <div {...part("studio-result-notice", "row")} role="status">
      {notice && (
        <>
          <span>{notice.message}</span>
          <button {...part("studio-result-action", "button")} onClick={notice.act}>
            {notice.action}
          </button>
        </>
      )}
    </div>
  );
}
