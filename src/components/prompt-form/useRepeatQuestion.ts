"use client";
import { createContext, useEffect, useMemo, useRef, useState } from "react";
import { lazyModule } from "../../client/lazyModule.ts";
import { useProviderValue } from "../../hooks/EaselContext.ts";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import { useStableActions } from "../../hooks/useStableActions.ts";
import type { ModelInput } from "../../models/defineModel.ts";
import { newSeed, randomSeedOf } from "../fields/seed/seed.ts";

const repeatModule = lazyModule(() => import("../../runtime/findRepeat.ts"));

export interface RepeatQuestionValue {
  /** Whether the form asks about a repeated generation. */
  readonly isAsking: boolean;
  /** Registers a part that can ask. Without one, the form generates without asking. Returns an unregister function. */
  readonly register: () => () => void;
  readonly generateAnyway: () => void;
  /** Makes the seed random. Returns whether there is a seed to change. */
  readonly takeNewSeed: () => void;
  readonly dismiss: () => void;
}

export const RepeatQuestionContext = createContext<RepeatQuestionValue>({
  isAsking: false,
  register: () => () => {},
  generateAnyway: () => {},
  takeNewSeed: () => {},
  dismiss: () => {},
});

/** Asks before `onGenerate` is called with the model, settings, and seed of an earlier job. */
export function useRepeatQuestion(
  { model, fields, form }: ModelForm,
  onGenerate: (input: ModelInput<ModelForm["model"]>) => void,
) {
  const { jobs } = useProviderValue();
  const [asked, setAsked] = useState<ModelInput<ModelForm["model"]>>();
  const askers = useRef(0);
  const seed = fields.find(({ kind }) => kind === "seed");

  const isAsking = asked !== undefined;

  // The question no longer applies once a value changes.
  useEffect(
    () =>
      isAsking
        ? form.subscribe({ formState: { values: true }, callback: () => setAsked(undefined) })
        : undefined,
    [form, isAsking],
  );
  const actions = useStableActions({
    generate: async (input: ModelInput<ModelForm["model"]>) => {
      const isFixed = seed && Number(input[seed.name] ?? -1) >= 0;
      if (isFixed && askers.current > 0) {
        // If the code can't be loaded, the form generates without asking.
        const module = await repeatModule.load().catch(() => undefined);
        const about = { jobs: jobs.list(), modelId: model.id, input, seedName: seed.name };
        if (module?.findRepeat(about)) return setAsked(input);
      }
      setAsked(undefined);
      return onGenerate(input);
    },
    register: () => {
      askers.current += 1;
      return () => void (askers.current -= 1);
    },
    generateAnyway: () => {
      setAsked(undefined);
      if (asked) onGenerate(asked);
    },
    takeNewSeed: () => {
      if (!seed) return;
      form.setValue(seed.name, randomSeedOf(seed) ?? newSeed(seed), { shouldDirty: true });
    },
    dismiss: () => setAsked(undefined),
  });
  const value = useMemo(() => ({ ...actions, isAsking }), [actions, isAsking]);
  return { generate: actions.generate, value };
}
