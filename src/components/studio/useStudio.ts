"use client";
import { useEffect, useRef, useState } from "react";
import { useProviderValue } from "../../hooks/EaselContext.ts";
import type { DisabledReason } from "../../hooks/useDisabledReasons.ts";
import { useEasel } from "../../hooks/useEasel.ts";
import { useGenerate, type JobTiming } from "../../hooks/useGenerate.ts";
import { useHostModels } from "../../hooks/useHostModels.ts";
import { useRecipeLink } from "../../hooks/useRecipeLink.ts";
import type { Preset } from "../../ledger/createPresets.ts";
import { catalog } from "../../models/catalog/catalog.ts";
import type { Model } from "../../models/defineModel.ts";
import type { FormValues } from "../../models/formValues.ts";
import type { Recipe } from "../../models/recipes/readRecipe.ts";
import { recipeToForm } from "../../models/recipes/recipeToForm.ts";
import { isPending } from "../../runtime/isPending.ts";
import type { Job } from "../../runtime/job.ts";
import { reportUnknownValues } from "../../runtime/reportUnknownValues.ts";
import { checkSubmit, stopJob } from "../../runtime/startWatching.ts";
import { submitInputOf } from "../../runtime/submit.ts";
import { focusFormField } from "../form-context/focusField.ts";
import type { JobInput } from "../internals/promptOf.ts";
import { carryOver, enteredIn } from "../prompt-form/carryOver.ts";
import { draftModule } from "../prompt-form/useFormDraft.ts";
import { inputToForm } from "./inputToForm.ts";
import { showPane } from "./showPane.ts";
import { useAppliedSettings } from "./useAppliedSettings.ts";
import { useResultActions } from "./useResultActions.ts";

const timingOf = ({ startedAt, usual, latency }: Job): JobTiming => ({
  startedAt,
  latency: usual ?? latency,
});

export interface UseStudioOptions {
  readonly source: readonly Model[] | "host";
  readonly defaultModel?: string | undefined;
  readonly defaultValues?: FormValues | undefined;
  readonly scope: string;
}

export function useStudio({ source, defaultModel, defaultValues, scope }: UseStudioOptions) {
  const { labels } = useEasel();
  const offered = useHostModels({ enabled: source === "host" });
  const known = source === "host" ? offered.models : source;
  const models = known ?? catalog;
  const findModel = (id: string | undefined) => models.find((one) => one.id === id);
  const ids = models.map(({ id }) => id).join(", ");
  const isUnknown = known !== undefined && defaultModel !== undefined && !findModel(defaultModel);
  const mistake = isUnknown
    ? `Easel: <Studio> has no model with the ID "${defaultModel}". Set defaultModel to one of these IDs: ${ids}.`
    : undefined;

  const [modelId, setModelId] = useState(() => {
    if (mistake !== undefined) throw new Error(mistake);
    return defaultModel;
  });
  const runtime = useProviderValue();
  const { storage, owner, submit } = runtime;
  const [firstDefaults] = useState(defaultValues);
  const isModelChosen = useRef(false);
  /** ID of the job that the user chose, or null after the user hid a job. */
  const [chosen, setChosen] = useState<string | null>();
  const resultPane = useRef<HTMLDivElement>(null);
  const formElement = useRef<HTMLFormElement>(null);

  // Logs the mistake, because the host's models load after the first render, when throwing would unmount the app.
  useEffect(() => {
    if (mistake !== undefined) console.error(mistake);
  }, [mistake]);
  useEffect(() => {
    if (known) reportUnknownValues(firstDefaults, known);
  }, [known, firstDefaults]);
  useEffect(
    () =>
      draftModule.whenLoaded(({ readDraft }) =>
        readDraft({ storage, owner, name: scope }, (draft) => {
          if (!isModelChosen.current) setModelId(draft.modelId);
        }),
      ),
    [storage, owner, scope],
  );

  const asked = findModel(modelId);
  const model = asked ?? models[0];
  if (!model) {
    throw new Error("Easel: <Studio> has no models. Pass at least one model in the models array.");
  }

  const run = useGenerate(model, { scope });
  // Until the requested model loads, the form shows the first model, and a submission would be charged for that one.
  const isWaiting = offered.isPending && modelId !== undefined && !asked;
  const disabledReasons: readonly DisabledReason[] = isWaiting
    ? [{ code: "preparing", message: labels.form.modelsLoading }]
    : run.disabledReasons;
  const { job, jobs, error } = run;
  const shown =
    chosen === null ? undefined : (jobs.find(({ attemptId }) => attemptId === chosen) ?? job);
  const shownModel = findModel(shown?.modelId);
  const isCurrent = chosen !== null && shown === job;
  const status = isCurrent ? run.status : (shown?.status ?? "idle");

  const next = useResultActions({
    scope,
    jobs,
    shown,
    models,
    resultPane,
    choose: setChosen,
    onAct: () => settings.endUndo(),
  });
  const settings = useAppliedSettings({ model, chooseModel, formElement, onOffer: next.endUndo });
  const take = (values: FormValues, of = shownModel) => settings.take(values, of);

  function generate(values: FormValues) {
    settings.endUndo();
    next.end();
    setChosen(undefined);
    run.generate(values);
    showPane(resultPane.current);
  }

  function generateWith(input: JobInput, of: Model) {
    // Clears the error of a refused submission, which has no job.
    if (error && error !== job?.error) run.reset();
    void next.generateWith(input, of);
    showPane(resultPane.current);
  }

  function show(one: Job, isCompared = false) {
    if ((isCompared || next.isChoosing) && next.compareWith(one)) return;
    next.end();
    setChosen(one.attemptId);
    showPane(resultPane.current);
  }

  /** Clears the pane without stopping the job. Moves focus first, because the pressed button unmounts. */
  function hide() {
    resultPane.current?.focus({ preventScroll: true });
    setChosen(null);
  }

  function chooseModel(id: string) {
    isModelChosen.current = true;
    setModelId(id);
  }

  function reuse(input: JobInput, of: Model | undefined = shownModel) {
    if (of) settings.apply(inputToForm(of, input), of);
  }

  const applyPreset = ({ model: id, values }: Preset) => {
    settings.apply({ ...values }, findModel(id) ?? model);
  };
  const retryShown =
    shown?.omitted.length === 0
      ? () => {
          submit(submitInputOf(shown), shown.attemptId).catch(() => undefined);
          setChosen(undefined);
        }
      : undefined;

  /** Returns an action that moves focus to the result first, because the pressed button unmounts with the error. */
  const leaving = (act: (() => void) | undefined) =>
    act
      ? () => {
          resultPane.current?.focus({ preventScroll: true });
          act();
        }
      : undefined;

  // The pressed button unmounts when a check finds the job, or when the job stops.
  const isBusy = shown?.checking === true || shown?.canceling === true;
  const wasBusy = useRef(false);
  useEffect(() => {
    const isDone = wasBusy.current && !isBusy;
    wasBusy.current = isBusy;
    if (isDone && document.activeElement === document.body) {
      resultPane.current?.focus({ preventScroll: true });
    }
  }, [isBusy, resultPane, wasBusy]);

  const takeRecipe = (recipe: Recipe) => {
    const { model: of = model } = recipe;
    take(recipeToForm(of, recipe), of);
  };
  // A recipe may need a model or field that only the host has, so recipes are applied after the host's models load.
  useRecipeLink([model, ...models], takeRecipe, {
    enabled: !offered.isPending,
  });

  return {
    models,
    model,
    run,
    disabledReasons,
    shown,
    shownModel,
    progress: {
      // A chosen job remounts the live region, which must announce only changes of one job.
      key: chosen ?? "",
      status,
      timing: shown && timingOf(shown),
      trouble: shown?.trouble,
    },
    hide: shown && isPending(shown) ? hide : undefined,
    stop: (attemptId: string) => void stopJob(runtime, attemptId),
    error: isCurrent ? error : shown?.error,
    onRetry: leaving(isCurrent ? run.retry : retryShown),
    onCheck: shown?.checkable ? () => void checkSubmit(runtime, shown.attemptId) : undefined,
    onFocusField:
      shownModel === model || !shown
        ? (name: string) => focusFormField(formElement.current, name)
        : undefined,
    formElement,
    resultPane,
    generate,
    show,
    reuse,
    take,
    chooseModel: (id: string) => {
      settings.endStart();
      chooseModel(id);
    },
    startImage: settings.startImage,
    applyPreset,
    applied: settings.applied,
    endUndo: settings.endUndo,
    modelForm: settings.modelForm,
    notice: next.notice,
    isChoosing: next.isChoosing,
    compare: next.compare,
    start: settings.start,
    resultOptions: {
      ...next.options,
      models,
      onGenerate: generateWith,
      onStart: settings.start,
    },
    form: {
      fill: settings.fill,
      draft: scope,
      defaultValues: carryOver(model, enteredIn(model.id, defaultValues ?? {})),
      fieldErrors: !job || job.modelId === model.id ? error?.fields : undefined,
    },
  };
}
