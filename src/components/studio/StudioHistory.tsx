"use client";
import { useEasel } from "../../hooks/useEasel.ts";
import type { HistoryListRootProps } from "../history-list/HistoryListRoot.tsx";
import { useLoadedPart } from "../internals/useLoadedPart.ts";
import { useParts } from "../internals/useParts.ts";
import { StudioDialog } from "./StudioDialog.tsx";

type StudioHistoryProps = Pick<HistoryListRootProps, "scope" | "models" | "onOpen" | "onReuse">;

const loadList = async () => (await import("../history-list/HistoryListRoot.tsx")).HistoryListRoot;

export function StudioHistory({ scope, models, onOpen, onReuse }: StudioHistoryProps) {
  const part = useParts();
  const labels = useEasel().labels.studio;
  const { Part: List, hasFailed, open, close } = useLoadedPart(loadList);

  return (
    <>
      <button
        {...part("studio-action", "button-bare")}
        aria-haspopup="dialog"
        onClick={() => open()}
      >
        {labels.history}
      </button>
      <span {...part("studio-status")} role="status">
        {hasFailed && labels.historyLoadFailed}
      </span>
      {List && (
        <StudioDialog name="history" title={labels.history} onClose={close}>
          <List
            scope={scope}
            models={models}
            onOpen={(job) => {
              close();
              onOpen?.(job);
            }}
            onReuse={(input, model) => {
              close();
              onReuse?.(input, model);
            }}
          />
        </StudioDialog>
      )}
    </>
  );
}
