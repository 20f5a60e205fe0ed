"use client";
import { useState } from "react";
import type { Model } from "../../models/defineModel.ts";
import type { Job } from "../../runtime/job.ts";
import { fieldsOf } from "../image-result/actions/fieldsOf.ts";
import { PaidButton } from "../image-result/actions/PaidButton.tsx";
import { withNewSeed } from "../image-result/actions/variation.ts";
import { ActionIcon } from "../internals/ActionIcon.tsx";
import type { JobInput } from "../internals/promptOf.ts";
import { useImageActionLabels } from "../internals/useImageActionLabels.ts";
import { useParts } from "../internals/useParts.ts";

interface HistoryItemNewSeedProps {
  readonly job: Job;
  readonly model: Model;
  readonly onGenerate: (input: JobInput, model: Model) => void;
}

/** Renders a button that sends a job's input with a new seed, unless the input wasn't stored completely. */
export function HistoryItemNewSeed({ job, model, onGenerate }: HistoryItemNewSeedProps) {
  const part = useParts();
  const { newSeed } = useImageActionLabels();
  const [input] = useState(() => withNewSeed(model, job.input));
  if (job.omitted.length > 0 || !fieldsOf(model).seed) return null;
  return (
    <PaidButton
      partName="history-new-seed"
      aria-label={newSeed}
      model={model}
      input={input}
      send={() => onGenerate(input, model)}
    >
      <ActionIcon name="seed" />
      <span {...part("image-result-action-words")}>{newSeed}</span>
    </PaidButton>
  );
}
