"use client";
import { useState, type ComponentType } from "react";
import { useEasel, type Job } from "../../hooks/index.ts";
import type { Model } from "../../models/index.ts";
import type { HistoryListRootProps } from "../history/HistoryListRoot.tsx";
import type { JobInput } from "../result/ImageResultContext.ts";
import { StudioDialog } from "./StudioDialog.tsx";
import { useParts } from "../parts/useParts.ts";

export interface StudioHistoryProps {
  readonly scope: string;
  readonly models: readonly Model[];
  readonly onOpen: (job: Job) => void;
  readonly onReuse: (input: JobInput, model: Model) => void;
}

/** A button that opens every run so far in a dialog. The list is loaded when it is first asked for. */
export function StudioHistory({ scope, models, onOpen, onReuse }: StudioHistoryProps) {
  const part = useParts();
  const words = useEasel().labels.studio;
  const [List, setList] = useState<ComponentType<HistoryListRootProps>>();
  const [state, setState] = useState<"closed" | "open" | "failed">("closed");
  const close = () => setState("closed");

  async function open() {
    try {
      const { HistoryListRoot } = await import("../history/HistoryListRoot.tsx");
      setList(() => HistoryListRoot);
      setState("open");
    } catch {
      setState("failed");
    }
  }

  return (
    <>
      <button
        type="button"
        {...part("studio-action")}
        aria-haspopup="dialog"
        onClick={() => void open()}
      >
        {words.history}
      </button>
      <span {...part("studio-told")} role="status">
        {state === "failed" && words.historyMissing}
      </span>
      {state === "open" && List && (
        <StudioDialog name="history" title={words.history} onClose={close}>
          <List
            scope={scope}
            models={models}
            onOpen={(job) => {
              close();
              onOpen(job);
            }}
            onReuse={(input, model) => {
              close();
              onReuse(input, model);
            }}
          />
        </StudioDialog>
      )}
    </>
  );
}
