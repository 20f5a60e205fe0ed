"use client";
import { forwardRef, useMemo, useState, type KeyboardEvent } from "react";
import { useEasel } from "../../hooks/useEasel.ts";
import { useHistory } from "../../hooks/useHistory.ts";
import { useJobs } from "../../hooks/useJobs.ts";
import { useStableActions } from "../../hooks/useStableActions.ts";
import type { Labels } from "../../labels/en/en.ts";
import { catalog } from "../../models/catalog/catalog.ts";
import { chargeOf } from "../../protocol/advice.ts";
import type { Job } from "../../runtime/job.ts";
import { jobSide } from "../image-result/context/jobSide.ts";
import { checkOutcome } from "../internals/checkOutcome.ts";
import { contentOf, Part, type PartProps } from "../internals/Part.tsx";
import { useHistoryLabels } from "../internals/useHistoryLabels.ts";
import { useParts } from "../internals/useParts.ts";
import { useStableObject } from "../internals/useStableObject.ts";
import {
  HistoryListActionsContext,
  HistoryListContext,
  type HistoryListOptions,
  type HistoryNotice,
} from "./HistoryListContext.ts";
import { HistoryListFilter } from "./HistoryListFilter.tsx";
import { HistoryListGrid } from "./HistoryListGrid.tsx";
import { HistoryListNotice } from "./HistoryListNotice.tsx";
import { HistoryListSearch } from "./HistoryListSearch.tsx";
import { HistoryListSelection } from "./HistoryListSelection.tsx";

export interface HistoryListRootProps extends PartProps<"section">, HistoryListOptions {
  /** Scope of the jobs to list. @default all scopes */
  readonly scope?: string | undefined;
}

const noNotice: HistoryNotice = { message: "", missing: [] };

const isWriting = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement && target.type !== "checkbox";

interface Followed {
  readonly attemptId: string;
  readonly action: "check" | "cancel";
}

/** Returns the progress or outcome of an action whose outcome isn't known at once. */
function outcomeOf(
  job: Job | undefined,
  action: Followed["action"] | undefined,
  { history, result }: Pick<Labels, "history" | "result">,
): string | undefined {
  if (!job || job.status === "unknown") return job && checkOutcome(job, result);
  if (job.status === "failed") return history.status.failed;
  if (action === "check") return history.confirmed;
  if (job.error) return `${history.status.canceled}. ${result.charged[chargeOf(job.error)]}.`;
  if (job.status === "completed") return result.progress.completed;
  return job.trouble?.code === "cancel_failed" ? result.errors.cancel_failed : result.stopping;
}

/** Renders a `<section>` with a searchable list of this browser's jobs. Without children, renders all parts. */
export const HistoryListRoot = forwardRef<HTMLElement, HistoryListRootProps>(
  function HistoryListRoot(allProps, ref) {
    const { scope, models = catalog, undoMs = 10_000, ...others } = allProps;
    const { onOpen, onReuse, onStart, onGenerate, onCompare, current, ...props } = others;
    const part = useParts(props.classNames);
    const { labels } = useEasel();
    const text = useHistoryLabels();
    const history = useHistory({ scope });
    const { retry, check, cancel, jobs } = useJobs();
    const [lastNotice, setNotice] = useState(noNotice);
    const [followed, setFollowed] = useState<Followed>();
    const [candidate, setCandidate] = useState<Job>();
    const [restored, setRestored] = useState<readonly string[]>([]);

    const followedJob = jobs.find(({ attemptId }) => attemptId === followed?.attemptId);
    const outcome = outcomeOf(followedJob, followed?.action, {
      history: text,
      result: labels.result,
    });
    const notice = useMemo(
      () => (outcome === undefined ? lastNotice : { message: outcome, missing: [] }),
      [outcome, lastNotice],
    );
    const notify = (next: HistoryNotice) => {
      setFollowed(undefined);
      setNotice(next);
    };

    const actions = useStableActions({
      retry,
      notify,
      check: (attemptId: string) => {
        setFollowed({ attemptId, action: "check" });
        check(attemptId);
      },
      cancel: (attemptId: string) => {
        setFollowed({ attemptId, action: "cancel" });
        cancel(attemptId);
      },
      choose: (job?: Job) => setCandidate(job),
      compare: (first: Job, second: Job) => {
        const before = jobSide(first, models, labels.result, second);
        const after = jobSide(second, models, labels.result, first);
        if (!before || !after || first === second || !onCompare) return false;
        setCandidate(undefined);
        onCompare({ before, after });
        return true;
      },
      remove: (attemptIds: readonly string[]) => {
        setCandidate(undefined);
        const gone = history.remove(attemptIds);
        history.selection.clear();
        const kept = attemptIds.length - gone;
        const messages = [
          ...(gone > 0 ? [labels.result.removed(gone)] : []),
          ...(kept > 0 ? [text.keptPending(kept)] : []),
        ];
        notify({ message: messages.join(" "), missing: [] });
      },
      undo: () => {
        notify({ message: text.restored(history.removed.length), missing: [] });
        setRestored(history.removed.map(({ attemptId }) => attemptId));
        history.undo();
      },
    });

    function handleKeyDown(event: KeyboardEvent<HTMLElement>): void {
      const isUndo = (event.ctrlKey || event.metaKey) && event.key === "z" && !event.shiftKey;
      if (!isUndo || isWriting(event.target) || history.removed.length === 0) return;
      event.preventDefault();
      actions.undo();
    }

    const callbacks = { onOpen, onReuse, onStart, onGenerate, onCompare };
    const options = { models, undoMs, current, ...callbacks };
    const state = useStableObject({ history, restored, notice, candidate, ...options });
    return (
      <HistoryListContext.Provider value={state}>
        <HistoryListActionsContext.Provider value={actions}>
          <Part
            as="section"
            partName="history"
            kind="root"
            state={{ empty: history.total === 0, filtered: history.isFiltered }}
            aria-label={text.history}
            own={props}
            onKeyDown={handleKeyDown}
            ref={ref}
          >
            {contentOf(props) ?? (
              <>
                <div {...part("history-tools", "row")}>
                  <HistoryListSearch />
                  <HistoryListFilter />
                </div>
                <HistoryListGrid />
                <HistoryListNotice />
                <HistoryListSelection />
              </>
            )}
          </Part>
        </HistoryListActionsContext.Provider>
      </HistoryListContext.Provider>
    );
  },
);
