"use client";
import { useEasel } from "../../hooks/useEasel.ts";
import { useLoadedPart } from "../internals/useLoadedPart.ts";
import { StudioAction } from "./StudioAction.tsx";
import type { StudioHistoryDialogProps } from "./StudioHistoryDialog.tsx";

const load = async () => (await import("./StudioHistoryDialog.tsx")).StudioHistoryDialog;

export function StudioHistory(props: Omit<StudioHistoryDialogProps, "onClose">) {
  const labels = useEasel().labels.studio;
  const { Part: Dialog, hasFailed, open, close } = useLoadedPart(load);

  return (
    <>
      <StudioAction
        icon="expired"
        word={labels.history}
        failure={hasFailed ? labels.historyLoadFailed : ""}
        onClick={() => open()}
      />
      {Dialog && <Dialog {...props} onClose={close} />}
    </>
  );
}
