"use client";
import { useEffect, useState, type RefObject } from "react";
import { useProviderValue } from "../../hooks/EaselContext.ts";
import { useEasel } from "../../hooks/useEasel.ts";
import { useRemoveJob } from "../../hooks/useRemoveJob.ts";
import type { Model } from "../../models/defineModel.ts";
import { describeFields } from "../../models/describeFields.ts";
import type { Job } from "../../runtime/job.ts";
import type { Comparison, ImageToCompare } from "../image-result/context/continueOptions.ts";
import { jobSide } from "../image-result/context/jobSide.ts";
import type { JobInput } from "../internals/promptOf.ts";
import { showPane } from "./showPane.ts";
import type { StudioNoticeProps } from "./StudioNotice.tsx";

interface UseResultActionsOptions {
  readonly scope: string;
  readonly jobs: readonly Job[];
  readonly shown: Job | undefined;
  readonly models: readonly Model[];
  readonly resultPane: RefObject<HTMLElement | null>;
  readonly choose: (attemptId: string | undefined) => void;
  /** Called when the user compares or deletes, which ends the form's offer to undo. */
  readonly onAct: () => void;
}

const ignore = () => undefined;

/** Provides the Studio's actions that continue from a result: generate, compare, favorite, and delete. */
export function useResultActions(options: UseResultActionsOptions) {
  const { scope, jobs, shown, models, resultPane, choose, onAct } = options;
  const { client, ledger, submit } = useProviderValue();
  const { settings, result: text } = useEasel().labels;
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

  const sideOf = (job: Job, other?: Job) => jobSide(job, models, text, other);

  /** Ends a choice, a comparison, and the offer to undo. */
  function end(): void {
    setCandidate(undefined);
    setComparison(undefined);
    endUndo();
  }

  /** Compares a job with the chosen image or, if there is none, with the shown job. Returns whether it can. */
  function compareWith(job: Job): boolean {
    const before = sideOf(job, shown);
    const own = shown && sideOf(shown, job);
    const after = own && { ...own, ...candidate, label: own.label };
    if (!before || !after || before.url === after.url) return false;
    end();
    onAct();
    setComparison({ before, after });
    showPane(resultPane.current);
    return true;
  }

  /** Compares two images, and shows the second one's generation when the comparison closes. */
  function compare(next: Comparison): void {
    end();
    const isAfter = ({ url }: { readonly url: string }) => url === next.after.url;
    choose(jobs.find(({ result }) => result?.images.some(isAfter))?.attemptId);
    onAct();
    setComparison(next);
    showPane(resultPane.current);
  }

  function letChoose(image: ImageToCompare): void {
    setCandidate(image);
    showPane(resultPane.current);
  }

  const notice: StudioNoticeProps | undefined = candidate
    ? { message: text.chooseToCompare, action: text.cancel, act: () => setCandidate(undefined) }
    : removed.length > 0
      ? {
          message: text.removed(removed.length),
          action: settings.undo,
          act: () => {
            choose(removed[0]?.attemptId);
            undo();
          },
        }
      : undefined;

  return {
    end,
    endUndo,
    notice,
    isChoosing: candidate !== undefined,
    compare,
    compareWith,
    generateWith: async (input: JobInput, model: Model): Promise<void> => {
      end();
      choose(undefined);
      const { id: modelId, latency } = model;
      const ready = JSON.stringify(input).includes('"blob:')
        ? await import("../../images/uploadInputImage.ts").then(
            ({ uploadBlobUrls }) => uploadBlobUrls(describeFields(model), input, client),
            // The host refuses the input free of charge.
            () => input,
          )
        : input;
      await submit({ modelId, latency, scope, input: ready }).catch(ignore);
    },
    options: {
      omitted: shown?.omitted,
      comparison,
      onCompareEnd: () => setComparison(undefined),
      onCompare: jobs.some((job) => job !== shown && sideOf(job)) ? letChoose : undefined,
      favorite: shown?.favorite,
      onFavoriteChange:
        shown &&
        ((favorite: boolean) => ledger.update(shown.attemptId, { starred: favorite || undefined })),
      onDelete:
        shown &&
        (() => {
          end();
          onAct();
          const at = jobs.indexOf(shown);
          choose((jobs[at - 1] ?? jobs[at + 1])?.attemptId);
          remove([shown.attemptId]);
        }),
    },
  };
}
