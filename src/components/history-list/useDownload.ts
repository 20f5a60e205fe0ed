"use client";
import { useRef, useState } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import type { Job } from "../../runtime/job.ts";
import { saveFiles } from "../image-result/download/saveFiles.ts";
import { useAiLabel } from "../internals/useAiLabel.ts";
import { useHistoryLabels } from "../internals/useHistoryLabels.ts";
import { downloadImages } from "./downloadImages.ts";
import { useHistoryList, useHistoryListActions } from "./HistoryListContext.ts";

export function useDownload() {
  const { client } = useEasel();
  const text = useHistoryLabels();
  const label = useAiLabel();
  const { models } = useHistoryList("HistoryList.Selection");
  const { notify } = useHistoryListActions("HistoryList.Selection");
  const [progress, setProgress] = useState<{ readonly done: number; readonly count: number }>();
  const running = useRef<AbortController>(undefined);

  async function start(jobs: readonly Job[]): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    try {
      const { files, missing } = await downloadImages({
        jobs,
        client,
        models,
        signal,
        label,
        onProgress: (done, count) => setProgress({ done, count }),
      });
      const day = new Date().toISOString().slice(0, 10);
      await saveFiles(files, `${text.zipName}-${day}.zip`);
      const messages = [
        ...(files.length > 0 ? [text.downloaded(files.length)] : []),
        ...(missing.length > 0 ? [text.downloadFailed(missing.length)] : []),
      ];
      notify({ message: messages.join(" ") || text.nothingToDownload, missing });
    } catch (cause) {
      if (!signal.aborted) throw cause;
    } finally {
      setProgress(undefined);
    }
  }

  return {
    progress,
    start: (jobs: readonly Job[]) => void start(jobs),
    stop: () => running.current?.abort(),
  };
}
