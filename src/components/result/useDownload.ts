"use client";
import { useRef, useState } from "react";
import { useEasel, type Job } from "../../hooks/index.ts";
import { downloadPictures } from "./downloadPictures.ts";
import { useHistoryList } from "../history/HistoryListContext.ts";
import type { NamedFile } from "./readPictureFile.ts";
import { saveFile } from "./saveFile.ts";
import { zipFiles } from "./zipFiles.ts";

interface Progress {
  readonly done: number;
  readonly count: number;
}

/** One picture as it is, several in one archive. */
async function saveAll(files: readonly NamedFile[], zipName: string): Promise<void> {
  const [first] = files;
  saveFile(first && files.length === 1 ? first : await zipFiles(files, zipName));
}

/** Saves the pictures of runs, and tells how that went. */
export function useDownload() {
  const { client, labels } = useEasel();
  const words = labels.history;
  const { tell, models } = useHistoryList("Selection");
  const [progress, setProgress] = useState<Progress>();
  const running = useRef<AbortController>(undefined);

  async function start(jobs: readonly Job[]): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    try {
      const { files, missing } = await downloadPictures({
        jobs,
        client,
        models,
        signal,
        onProgress: (done, count) => setProgress({ done, count }),
      });
      const day = new Date().toISOString().slice(0, 10);
      if (files.length > 0) await saveAll(files, `${words.zipName}-${day}.zip`);
      const told = [
        ...(files.length > 0 ? [words.downloaded(files.length)] : []),
        ...(missing.length > 0 ? [words.notDownloaded(missing.length)] : []),
      ];
      tell(told.length > 0 ? told.join(" ") : words.nothingToDownload, missing);
    } catch (cause) {
      if (!signal.aborted) throw cause;
    } finally {
      setProgress(undefined);
    }
  }

  return {
    /** How far it is; undefined while nothing is fetched. */
    progress,
    start: (jobs: readonly Job[]) => void start(jobs),
    stop: () => running.current?.abort(),
  };
}
