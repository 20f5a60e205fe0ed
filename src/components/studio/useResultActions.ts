"use client";
import { useEffect, useState, type RefObject } from "react";
import { useProviderValue } from "../../hooks/EaselContext.ts";
import { useEasel } from "../../hooks/useEasel.ts";
import { useRemoveJob } from "../../hooks/useRemoveJob.ts";
import type { Model } from "../../models/defineModel.ts";
import type { Job } from "../../runtime/job.ts";
import type { Comparison, ImageToCompare } from "../image-result/context/continueOptions.ts";
import { resultSeed } from "../image-result/context/resultSeed.ts";
import { sideName } from "../image-result/context/sideName.ts";
import { promptOf, type JobInput } from "../internals/promptOf.ts";
import type { StudioNoticeProps } from "./StudioNotice.tsx";

interface UseResultActionsOptions {
  readonly scope: string;
  readonly jobs: readonly Job[];
  readonly shown: Job | undefined;
  readonly findModel: (id: string | undefined) => Model | undefined;
  readonly resultPane: RefObject<HTMLElement | null>;
  readonly choose: (attemptId: string | undefined) => void;
}

const ignore = () => undefined;

/** Provides the Studio's actions that continue from a result: generate, compare, favorite, and delete. */
export function useResultActions(options: UseResultActionsOptions) {
  const { scope, jobs, shown, findModel, resultPane, choose } = options;
  const { ledger, submit } = useProviderValue();
  const { history, result: text } = useEasel().labels;
  const { removed, remove, undo, endUndo } = useRemoveJob();
  /** Image for which the user chooses a second image. */
  const [candidate, setCandidate] = useState<ImageToCompare>();
  const [comparison, setComparison] = useState<Comparison>();

  // Focuses the pane if focus was lost because the pressed button unmounted.
  useEffect(() => {
    if (removed.length > 0 && document.activeElement === document.body) {
      resultPane.current?.focus({ preventScroll: true });
    }
  }, [removed, resultPane]);

  function sideOf({ result, input, modelId }: Job): ImageToCompare | undefined {
    const url = result?.images[0]?.url;
    if (url === undefined) return undefined;
    const prompt = promptOf(input);
    const side = { model: findModel(modelId), seed: resultSeed(result), prompt };
    return { url, label: sideName(side), alt: text.alt(prompt, 0, 1) };
  }

  /** Ends a choice, a comparison, and the offer to undo. */
  function end(): void {
    setCandidate(undefined);
    setComparison(undefined);
    endUndo();
  }

  /** Compares a job with the chosen image or, if there is none, with the shown job. Returns whether it can. */
  function compareWith(job: Job, image = candidate ?? (shown && sideOf(shown))): boolean {
    const before = sideOf(job);
    if (!before || !image || before.url === image.url) return false;
    end();
    setComparison({ before, after: image });
    return true;
  }

  const notice: StudioNoticeProps | undefined = candidate
    ? { message: text.chooseToCompare, action: text.cancel, act: () => setCandidate(undefined) }
    : removed.length > 0
      ? {
          message: history.removed(removed.length),
          action: history.undo,
          act: () => {
            choose(removed[0]?.attemptId);
            undo();
          },
        }
      : undefined;

  return {
    end,
    notice,
    isChoosing: candidate !== undefined,
    compareWith,
    generateWith: (input: JobInput, model: Model) => {
      end();
      choose(undefined);
      const { id: modelId, latency } = model;
      void submit({ modelId, latency, scope, input }).catch(ignore);
    },
    options: {
      comparison,
      onCompareEnd: () => setComparison(undefined),
      onCompare: jobs.some((job) => job !== shown && sideOf(job)) ? setCandidate : undefined,
      favorite: shown?.favorite,
      onFavoriteChange:
        shown &&
        ((favorite: boolean) => ledger.update(shown.attemptId, { starred: favorite || undefined })),
      onDelete:
        shown &&
        (() => {
          end();
          const at = jobs.indexOf(shown);
          choose((jobs[at - 1] ?? jobs[at + 1])?.attemptId);
          remove([shown.attemptId]);
        }),
    },
  };
}
