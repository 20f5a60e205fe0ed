"use client";
import { useEasel } from "../../hooks/useEasel.ts";
import { HistoryListRoot, type HistoryListRootProps } from "../history-list/HistoryListRoot.tsx";
import { StudioDialog } from "./StudioDialog.tsx";

export interface StudioHistoryDialogProps extends Pick<
  HistoryListRootProps,
  "scope" | "models" | "current" | "onOpen" | "onReuse" | "onStart" | "onGenerate" | "onCompare"
> {
  readonly onClose: () => void;
}

export function StudioHistoryDialog(props: StudioHistoryDialogProps) {
  const { scope, models, current, onOpen, onReuse, onStart, onGenerate, onCompare, onClose } =
    props;
  const labels = useEasel().labels.studio;
  return (
    <StudioDialog name="history" title={labels.history} onClose={onClose}>
      <HistoryListRoot
        scope={scope}
        models={models}
        current={current}
        onOpen={(job) => {
          onClose();
          onOpen?.(job);
        }}
        onReuse={(input, model) => {
          onClose();
          onReuse?.(input, model);
        }}
        onStart={(values, model) => {
          onClose();
          onStart?.(values, model);
        }}
        onGenerate={(input, model) => {
          onClose();
          onGenerate?.(input, model);
        }}
        onCompare={(comparison) => {
          onClose();
          onCompare?.(comparison);
        }}
      />
    </StudioDialog>
  );
}
