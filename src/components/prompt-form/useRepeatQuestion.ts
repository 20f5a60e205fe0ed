"use client";
import { createContext, useMemo, useRef, useState } from "react";
import { lazyModule } from "../../client/lazyModule.ts";
import { useProviderValue } from "../../hooks/EaselContext.ts";
import type { ModelForm } from "../../hooks/useModelForm.ts";
import { useStableActions } from "../../hooks/useStableActions.ts";
import type { ModelInput } from "../../models/defineModel.ts";
import type { RepeatQuestionProps } from "./RepeatQuestion.tsx";

type Input = ModelInput<ModelForm["model"]>;

/** Code that compares generations and asks. Only a form with a fixed seed loads it. */
export const repeatModule = lazyModule(async () => {
  const [{ RepeatQuestion }, { findRepeat }] = await Promise.all([
    import("./RepeatQuestion.tsx"),
    import("./findRepeat.ts"),
  ]);
  return { RepeatQuestion, findRepeat };
});

export interface RepeatQuestionValue {
  readonly question: RepeatQuestionProps | undefined;
  /** Registers a part that can ask. Without one, the form generates without asking. Returns an unregister function. */
  readonly register: () => () => void;
}

export const RepeatQuestionContext = createContext<RepeatQuestionValue>({
  question: undefined,
  register: () => () => {},
});

/** Asks before `onGenerate` is called with the model, settings, and seed of an earlier job. */
export function useRepeatQuestion(modelForm: ModelForm, onGenerate: (input: Input) => void) {
  const { jobs } = useProviderValue();
  const [question, setQuestion] = useState<RepeatQuestionProps>();
  const askers = useRef(0);
  const { generate, register } = useStableActions({
    generate: async (input: Input) => {
      const { model, fields } = modelForm;
      const seed = fields.find(({ kind }) => kind === "seed");
      if (askers.current > 0 && seed && Number(input[seed.name] ?? -1) >= 0) {
        // If the code can't be loaded, the form generates without asking.
        const loaded = await repeatModule.load().catch(() => undefined);
        const about = { jobs: jobs.list(), modelId: model.id, input, seedName: seed.name };
        if (loaded?.findRepeat(about)) {
          return setQuestion({
            modelForm,
            seed,
            onConfirm: () => onGenerate(input),
            onClose: () => setQuestion(undefined),
          });
        }
      }
      setQuestion(undefined);
      return onGenerate(input);
    },
    register: () => {
      askers.current += 1;
      return () => void (askers.current -= 1);
    },
  });
  return { generate, value: useMemo(() => ({ question, register }), [question, register]) };
}
